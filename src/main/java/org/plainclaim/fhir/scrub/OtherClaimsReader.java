package org.plainclaim.fhir.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.fhir.Systems;
import org.plainclaim.scrub.OtherClaims;

/** Reads other Claims of a patient as the lines and stays that a claim is compared with; what can not be read is left out. */
public final class OtherClaimsReader {
    private static final int DAY_LENGTH = 10;
    private static final int BILL_LENGTH = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private final Map<String, JsonNode> resources;
    private final List<OtherClaims.OtherLine> lines = new ArrayList<>();
    private final List<OtherClaims.OtherStay> stays = new ArrayList<>();

    /** A reader that finds clinicians and practices by their references. */
    public OtherClaimsReader(Map<String, JsonNode> resources) {
        this.resources = Map.copyOf(resources);
    }

    /**
     * What other claims say.
     *
     * @param others active claims of the patient, without the one that is looked at
     * @param from first day that was looked at; null if nobody looked
     * @param to last day that was looked at; null if nobody looked
     */
    public OtherClaims read(List<JsonNode> others, @Nullable LocalDate from, @Nullable LocalDate to) {
        for (JsonNode claim : others) {
            if (claim.path("status").asText().equals("active")
                    && claim.path("use").asText().equals("claim")) {
                claim(claim);
            }
        }
        return new OtherClaims(from, to, lines, stays);
    }

    private void claim(JsonNode claim) {
        String reference = "Claim/" + claim.path("id").asText();
        boolean institutional = code(claim.path("type"), "http://terminology.hl7.org/CodeSystem/claim-type")
                .equals("institutional");
        String practice = npi(claim.path("provider").path("reference").asText());
        LocalDate first = null;
        LocalDate last = null;
        for (JsonNode item : claim.path("item")) {
            LocalDate from = day(item.path("servicedDate"), item.at("/servicedPeriod/start"));
            LocalDate to = day(item.path("servicedDate"), item.at("/servicedPeriod/end"));
            if (from != null) {
                line(claim, item, new At(reference, from, practice));
                first = first == null || from.isBefore(first) ? from : first;
                LocalDate end = to == null ? from : to;
                last = last == null || end.isAfter(last) ? end : last;
            }
        }
        if (institutional && first != null && last != null) {
            stay(claim, reference, first, last);
        }
    }

    /** Where and when a line is. */
    private record At(String claim, LocalDate date, String practice) {}

    private void line(JsonNode claim, JsonNode item, At at) {
        String code = procedure(item.path("productOrService"));
        if (code.isEmpty()) {
            return;
        }
        JsonNode member = member(claim, item);
        String npi = npi(member.path("provider").path("reference").asText());
        String taxonomy = code(member.path("qualification"), Systems.TAXONOMY);
        List<String> modifiers = new ArrayList<>();
        item.path("modifier")
                .forEach(one -> modifiers.add(one.at("/coding/0/code").asText()));
        KnownLine known = new KnownLine(
                at.claim(),
                code,
                at.date(),
                units(item.at("/quantity/value")),
                new KnownLine.Provider(npi, taxonomy, at.practice()),
                null,
                null,
                List.of(new Evidence(at.claim(), "Claim.item.productOrService", code)));
        lines.add(new OtherClaims.OtherLine(
                known, modifiers, code(item.path("locationCodeableConcept"), Systems.PLACE_OF_SERVICE)));
    }

    /** A part of a unit counts as a whole one. */
    private static int units(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue()
                        .max(BigDecimal.ONE)
                        .min(MOST)
                        .setScale(0, RoundingMode.CEILING)
                        .intValue()
                : 1;
    }

    private static JsonNode member(JsonNode claim, JsonNode item) {
        Set<Integer> sequences = new HashSet<>();
        item.path("careTeamSequence").forEach(sequence -> sequences.add(sequence.asInt()));
        JsonNode found = claim.path("careTeam").path(0);
        for (JsonNode member : claim.path("careTeam")) {
            if (sequences.contains(member.path("sequence").asInt())) {
                return member;
            }
        }
        return found;
    }

    private String npi(String reference) {
        JsonNode resource = resources.get(reference);
        if (resource == null) {
            return "";
        }
        for (JsonNode identifier : resource.path("identifier")) {
            if (identifier.path("system").asText().equals(Systems.NPI)) {
                return identifier.path("value").asText();
            }
        }
        return resource.path("resourceType").asText().equals("PractitionerRole")
                ? npi(resource.at("/practitioner/reference").asText())
                : "";
    }

    private void stay(JsonNode claim, String reference, LocalDate from, LocalDate to) {
        String bill = code(claim.path("subType"), Systems.TYPE_OF_BILL);
        List<String> conditions = new ArrayList<>();
        for (JsonNode information : claim.path("supportingInfo")) {
            String condition = code(information.path("code"), Systems.CONDITION_CODE);
            if (!condition.isEmpty()) {
                conditions.add(condition);
            }
        }
        List<String> revenue = new ArrayList<>();
        claim.path("item").forEach(item -> revenue.add(code(item.path("revenue"), Systems.REVENUE_CODE)));
        stays.add(new OtherClaims.OtherStay(
                reference,
                bill.length() == BILL_LENGTH ? bill.substring(0, BILL_LENGTH - 1) : bill,
                conditions,
                revenue,
                from,
                to));
    }

    private static String procedure(JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            if (Systems.procedureCodes(coding.path("system").asText())) {
                return coding.path("code").asText();
            }
        }
        return "";
    }

    private static String code(JsonNode concept, String system) {
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("system").asText().equals(system)) {
                return coding.path("code").asText();
            }
        }
        return "";
    }

    private static @Nullable LocalDate day(JsonNode date, JsonNode otherwise) {
        String text = date.isMissingNode() ? otherwise.asText() : date.asText();
        try {
            return text.length() < DAY_LENGTH ? null : LocalDate.parse(text.substring(0, DAY_LENGTH));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
