package org.plainclaim.server.desk.member;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.server.desk.page.Fields;

/**
 * What a payer said of a member.
 *
 * @param asked when it was asked; empty if it never was
 * @param day the day that was asked about
 * @param said who answered
 */
record Eligibility(String asked, String day, String said, List<Check> checks, List<Benefit> benefits) {
    static final Eligibility NOT_ASKED = new Eligibility("", "", "", List.of(), List.of());
    private static final String FINDING = "https://plainclaim.org/fhir/StructureDefinition/eligibility-finding";

    Eligibility {
        checks = List.copyOf(checks);
        benefits = List.copyOf(benefits);
    }

    /** What was concluded from the answer. */
    record Check(String verdict, String message, String fix) {}

    /**
     * A benefit.
     *
     * @param service code of the kind of service
     * @param kind copay, visit and so on
     */
    record Benefit(
            String service, String network, String kind, String term, String allowed, String used, String money) {}

    static Eligibility of(JsonNode response) {
        return new Eligibility(
                Fields.text(response, "/created"),
                Fields.text(response, "/servicedDate"),
                Fields.text(response, "/disposition"),
                Fields.each(response.path("insurance"))
                        .flatMap(one -> Fields.each(one.path("extension")))
                        .filter(one -> Fields.text(one, "/url").equals(FINDING))
                        .map(Eligibility::check)
                        .toList(),
                Fields.each(response.path("insurance"))
                        .flatMap(one -> Fields.each(one.path("item")))
                        .flatMap(Eligibility::benefits)
                        .toList());
    }

    private static Check check(JsonNode finding) {
        return new Check(part(finding, "verdict"), part(finding, "message"), part(finding, "fix"));
    }

    private static String part(JsonNode finding, String name) {
        return Fields.each(finding.path("extension"))
                .filter(one -> Fields.text(one, "/url").equals(name))
                .map(one -> Fields.text(one, "/valueString") + Fields.text(one, "/valueCode"))
                .findFirst()
                .orElse("");
    }

    private static Stream<Benefit> benefits(JsonNode item) {
        return Fields.each(item.path("benefit"))
                .map(benefit -> new Benefit(
                        Fields.code(item.path("category")),
                        Fields.code(item.path("network")),
                        last(benefit.path("type")),
                        last(item.path("term")),
                        Fields.text(benefit, "/allowedUnsignedInt") + Fields.text(benefit, "/allowedString"),
                        Fields.text(benefit, "/usedUnsignedInt"),
                        Fields.text(benefit, "/allowedMoney/value")));
    }

    /** The code of FHIR stands behind that of X12. */
    private static String last(JsonNode concept) {
        JsonNode codings = concept.path("coding");
        return Fields.text(codings.path(Math.max(0, codings.size() - 1)), "/code");
    }
}
