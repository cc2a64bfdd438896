package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.fhir.submission.WrittenBundle.Known;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;

/** Writes coverages with their payers and subscribers. */
final class CoverageWriter {
    private static final String TYPOLOGY = "https://nahdo.org/sopt";
    private static final String STATES_OF = "medicaid-";

    /** Relationships that FHIR has a code for. */
    private static final Map<String, String> RELATIONSHIPS =
            Map.of("18", "self", "01", "spouse", "19", "child", "53", "common", "G8", "other");

    private final WrittenBundle bundle;
    private final PartyWriter parties;
    private final Vocabulary vocabulary;

    CoverageWriter(WrittenBundle bundle, Vocabulary vocabulary) {
        this.bundle = bundle;
        this.parties = new PartyWriter(bundle);
        this.vocabulary = vocabulary;
    }

    /** The reference of the payer. */
    String payer(Payer payer) {
        ObjectNode json = Nodes.resource("Organization");
        PartyWriter.identifier(json, Systems.PAYER_ID, payer.id());
        json.put("active", true);
        PartyWriter.put(json, "name", payer.name());
        return bundle.add(
                json,
                payer.id().isEmpty()
                        ? Known.ofContent("payer", payer.name())
                        : new Known(Systems.PAYER_ID, payer.id()));
    }

    /** The reference of the coverage of a patient. */
    String coverage(Cover cover, String patient) {
        ObjectNode json = Nodes.resource("Coverage").put("status", "active");
        type(json, cover);
        PartyWriter.put(json, "subscriberId", cover.memberId());
        json.set("beneficiary", Nodes.reference(patient));
        subscriber(json, cover, patient);
        relationship(json, cover.relationship());
        period(json, cover.from(), cover.to());
        json.putArray("payor").add(Nodes.reference(payer(cover.payer())));
        classes(json, cover);
        json.put("order", cover.order());
        Known key = Known.ofContent("Coverage", patient, cover.payer().id(), cover.memberId(), cover.order());
        return bundle.add(json, key);
    }

    private void subscriber(ObjectNode json, Cover cover, String patient) {
        if (cover.ofPatient()) {
            json.set("subscriber", Nodes.reference(patient));
        } else if (!cover.subscriber().equals(PersonReader.NOBODY)) {
            json.set("subscriber", Nodes.reference(parties.subscriber(cover.subscriber(), patient)));
        }
    }

    /** The filing indicator; beside it a code of the payer's class, if the indicator alone means another one. */
    private void type(ObjectNode json, Cover cover) {
        String kind = cover.payer().book().startsWith(STATES_OF)
                ? "medicaid"
                : cover.payer().book();
        Optional<String> meant = vocabulary.meaning(Domain.PAYER, Terms.FILING, cover.filing());
        ArrayNode codings = Nodes.object().putArray("coding");
        if (!kind.isEmpty() && meant.filter(kind::equals).isEmpty()) {
            vocabulary.codes(Domain.PAYER, TYPOLOGY, kind).stream()
                    .filter(code ->
                            vocabulary.meaning(Domain.FILING, TYPOLOGY, code).isEmpty())
                    .findFirst()
                    .ifPresent(code -> coding(codings, TYPOLOGY, code));
        }
        if (!cover.filing().isEmpty()) {
            coding(codings, Terms.FILING, cover.filing());
        }
        if (!cover.insuranceType().isEmpty()) {
            coding(codings, Terms.INSURANCE_TYPE, cover.insuranceType());
        }
        if (!codings.isEmpty()) {
            json.putObject("type").set("coding", codings);
        }
    }

    private static void coding(ArrayNode codings, String system, String code) {
        codings.addObject().put("system", system).put("code", code);
    }

    private static void relationship(ObjectNode json, String relationship) {
        if (!relationship.isEmpty()) {
            ArrayNode codings = json.putObject("relationship").putArray("coding");
            coding(codings, Terms.RELATIONSHIP, relationship);
            String known = RELATIONSHIPS.get(relationship);
            if (known != null) {
                coding(codings, Terms.SUBSCRIBER, known);
            }
        }
    }

    private static void period(ObjectNode json, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null || to != null) {
            ObjectNode period = json.putObject("period");
            PartyWriter.put(period, "start", from == null ? "" : from.toString());
            PartyWriter.put(period, "end", to == null ? "" : to.toString());
        }
    }

    private void classes(ObjectNode json, Cover cover) {
        if (!cover.group().isEmpty()) {
            classOf(json, Terms.COVERAGE_CLASS, "group").put("value", cover.group());
        }
        if (!cover.plan().isEmpty()) {
            classOf(json, Terms.COVERAGE_CLASS, "plan")
                    .put("value", cover.plan())
                    .put("name", cover.plan());
        }
        vocabulary
                .codes(
                        Domain.MEDICAID_STATE,
                        Systems.COVERAGE_CLASS,
                        cover.payer().book())
                .stream()
                .findFirst()
                .ifPresent(
                        state -> classOf(json, Systems.COVERAGE_CLASS, "state").put("value", state));
    }

    private static ObjectNode classOf(ObjectNode json, String system, String code) {
        ObjectNode one = json.withArray("class").addObject();
        one.set("type", Nodes.concept(system, code));
        return one;
    }
}
