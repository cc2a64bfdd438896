package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.submission.WrittenBundle.Known;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/** Writes a submission, such as one that an 837 from elsewhere was read into, as a transaction that stores the claim. */
public final class SubmissionWriter {
    /** Parts on a care team other than rendering, as X12 names them. */
    private static final Map<Role, String> PARTS =
            Map.of(Role.SUPERVISING, "DQ", Role.REFERRING, "DN", Role.ORDERING, "DK", Role.ATTENDING, "71");

    private static final String RENDERING = "82";

    private final Vocabulary vocabulary;

    public SubmissionWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The Claim with patient, coverages, payers, providers and the answers of earlier payers. */
    public ObjectNode write(Submission submission, LocalDate created) {
        return new Writing(submission, vocabulary).write(created);
    }

    /** One claim being written. */
    private static final class Writing {
        private final Submission submission;
        private final WrittenBundle bundle = new WrittenBundle();
        private final PartyWriter parties = new PartyWriter(bundle);
        private final CoverageWriter coverages;
        private final ClaimBody body;
        private final ObjectNode claim;
        private final Known key;

        Writing(Submission submission, Vocabulary vocabulary) {
            this.submission = submission;
            this.coverages = new CoverageWriter(bundle, vocabulary);
            this.body = new ClaimBody(submission);
            this.claim = body.json();
            this.key = submission.heading().id().isEmpty()
                    ? Known.ofContent("Claim", submission, submission.lines(), submission.cover())
                    : new Known(Systems.CLAIM_NUMBER, submission.heading().id());
        }

        ObjectNode write(LocalDate created) {
            String patient = parties.patient(submission.patient(), submission.cover());
            body.head(created);
            claim.set("patient", Nodes.reference(patient));
            claim.set(
                    "insurer",
                    Nodes.reference(coverages.payer(submission.cover().payer())));
            billing();
            int emergency = body.information();
            body.diagnoses();
            careTeam();
            insurance(patient);
            for (int i = 0; i < submission.lines().size(); i++) {
                item(submission.lines().get(i), i + 1, emergency);
            }
            bundle.add(claim, key);
            return bundle.bundle();
        }

        private void billing() {
            Provider billing = submission.providers().get(Role.BILLING);
            if (billing == null) {
                claim.putObject("provider")
                        .putArray("extension")
                        .addObject()
                        .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                        .put("valueCode", "unknown");
            } else {
                claim.set("provider", Nodes.reference(parties.provider(billing)));
            }
            submission.provider(Role.PAY_TO).ifPresent(payTo -> {
                ObjectNode payee = claim.putObject("payee");
                payee.set("type", Nodes.concept(Terms.PAYEE, "provider"));
                payee.set("party", Nodes.reference(parties.provider(payTo)));
            });
            submission
                    .provider(Role.FACILITY)
                    .ifPresent(facility -> claim.set("facility", Nodes.reference(parties.place(facility))));
        }

        private void careTeam() {
            submission.provider(Role.RENDERING).ifPresent(rendering -> {
                boolean professional = submission.heading().form() == Form.PROFESSIONAL;
                member(
                        rendering,
                        professional ? Terms.CARE_TEAM_ROLE : Terms.ENTITY,
                        professional ? "primary" : RENDERING);
            });
            for (Role role : List.of(Role.ATTENDING, Role.SUPERVISING, Role.REFERRING, Role.ORDERING)) {
                submission
                        .provider(role)
                        .ifPresent(provider -> member(provider, Terms.ENTITY, String.valueOf(PARTS.get(role))));
            }
        }

        private int member(Provider provider, String system, String role) {
            ArrayNode team = claim.withArray("careTeam");
            ObjectNode member = team.addObject().put("sequence", team.size());
            member.set("provider", Nodes.reference(person(provider)));
            member.set("role", Nodes.concept(system, role));
            if (!provider.taxonomy().isEmpty()) {
                member.set("qualification", Nodes.concept(Systems.TAXONOMY, provider.taxonomy()));
            }
            return team.size();
        }

        /** Who bills alone is the same person in every part. */
        private String person(Provider provider) {
            Provider billing = submission.providers().get(Role.BILLING);
            if (billing != null
                    && billing.kind() == provider.kind()
                    && billing.npi().equals(provider.npi())
                    && billing.name().equals(provider.name())
                    && billing.first().equals(provider.first())) {
                return parties.provider(billing);
            }
            Provider bare = new Provider(
                    provider.kind(), provider.name(), provider.first(), provider.npi(), "", "", "", provider.address());
            return parties.provider(bare);
        }

        private void insurance(String patient) {
            ArrayNode all = claim.putArray("insurance");
            boolean written = false;
            for (OtherCover other : submission.others()) {
                if (!written && other.cover().order() > submission.cover().order()) {
                    focal(all, patient);
                    written = true;
                }
                ObjectNode one = insured(all, other.cover(), patient).put("focal", false);
                Decision decision = other.decision();
                if (decision != null) {
                    one.set("claimResponse", Nodes.reference(answer(other, decision, patient)));
                }
            }
            if (!written) {
                focal(all, patient);
            }
        }

        private void focal(ArrayNode all, String patient) {
            ObjectNode one = insured(all, submission.cover(), patient).put("focal", true);
            if (!submission.heading().authorization().isEmpty()) {
                one.putArray("preAuthRef").add(submission.heading().authorization());
            }
        }

        private ObjectNode insured(ArrayNode all, Cover cover, String patient) {
            ObjectNode one = all.addObject().put("sequence", cover.order());
            one.set("coverage", Nodes.reference(coverages.coverage(cover, patient)));
            return one;
        }

        private String answer(OtherCover other, Decision decision, String patient) {
            AnswerWriter.References references =
                    new AnswerWriter.References(WrittenBundle.url("Claim", key), ClaimBody.type(submission), patient);
            return new AnswerWriter(bundle, submission, references)
                    .write(other, decision, coverages.payer(other.cover().payer()));
        }

        private void item(Line line, int sequence, int emergency) {
            ObjectNode item = claim.withArray("item").addObject();
            if (!line.control().equals(String.valueOf(sequence))) {
                PartyWriter.put(item, "id", line.control());
            }
            if (!line.authorization().isEmpty()) {
                item.putArray("extension")
                        .addObject()
                        .put("url", Terms.LINE_AUTHORIZATION)
                        .put("valueString", line.authorization());
            }
            item.put("sequence", sequence);
            pointers(item, line, emergency);
            if (!line.revenueCode().isEmpty()) {
                item.set("revenue", Nodes.concept(Systems.REVENUE_CODE, line.revenueCode()));
            }
            ClaimBody.procedure(item, line.procedure());
            if (!line.description().isEmpty()) {
                item.withObject("/productOrService").put("text", line.description());
            }
            served(item, line);
            item.putObject("quantity").put("value", line.units());
            if (line.charge() != null) {
                item.set("net", AnswerWriter.money(line.charge()));
            }
        }

        private void pointers(ObjectNode item, Line line, int emergency) {
            rendering(item, line.rendering());
            if (!line.pointers().isEmpty()) {
                ArrayNode pointers = item.putArray("diagnosisSequence");
                line.pointers().forEach(pointers::add);
            }
            if (line.emergency()) {
                item.putArray("informationSequence").add(emergency);
            }
        }

        private void rendering(ObjectNode item, @Nullable Provider rendering) {
            if (rendering != null) {
                item.putArray("careTeamSequence").add(member(rendering, Terms.ENTITY, RENDERING));
            }
        }

        private static void served(ObjectNode item, Line line) {
            if (line.from().equals(line.to())) {
                item.put("servicedDate", line.from().toString());
            } else {
                item.putObject("servicedPeriod")
                        .put("start", line.from().toString())
                        .put("end", line.to().toString());
            }
            if (!line.placeOfService().isEmpty()) {
                item.set("locationCodeableConcept", Nodes.concept(Systems.PLACE_OF_SERVICE, line.placeOfService()));
            }
        }
    }
}
