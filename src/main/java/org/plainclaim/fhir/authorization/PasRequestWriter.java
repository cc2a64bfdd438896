package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.authorization.AuthorizationRules.RequestItem;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;

/**
 * Writes a Claim with use preauthorization, and what it refers to, as the request Bundle of Da Vinci PAS.
 *
 * <p>Only the elements that the payer needs are copied. What PAS wants said of an item and the Claim does not say comes
 * from {@code authorization/request-items}.
 */
public final class PasRequestWriter {
    private static final String REQUEST = Systems.BASE + "NamingSystem/authorization-request";
    private final AuthorizationRules rules;
    private final Function<String, Optional<JsonNode>> resources;

    /**
     * A writer.
     *
     * @param resources the resource of a reference; empty if there is none
     */
    public PasRequestWriter(AuthorizationRules rules, Function<String, Optional<JsonNode>> resources) {
        this.rules = rules;
        this.resources = resources;
    }

    /**
     * The request.
     *
     * @param claim the Claim, with an id
     * @throws BadInput with everything that the payer would miss
     */
    public PasRequest write(JsonNode claim, Instant now) throws BadInput {
        return write(claim, now, PasKind.of(claim));
    }

    /**
     * The question what became of a request.
     *
     * @param claim the Claim that was asked for, with an id
     * @throws BadInput with everything that the payer would miss
     */
    public PasRequest inquiry(JsonNode claim, Instant now) throws BadInput {
        return write(claim, now, PasKind.INQUIRY);
    }

    private PasRequest write(JsonNode claim, Instant now, PasKind kind) throws BadInput {
        Draft draft = new Draft(claim, now, kind);
        draft.write();
        if (!draft.entries.problems().isEmpty()) {
            throw new BadInput(draft.entries.problems());
        }
        ObjectNode bundle = Nodes.resource("Bundle");
        bundle.putObject("meta").putArray("profile").add(kind.bundle());
        bundle.putObject("identifier")
                .put("system", REQUEST)
                .put("value", UUID.randomUUID().toString());
        bundle.put("type", "collection")
                .put("timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        draft.entries.write(bundle);
        return new PasRequest(bundle, draft.entries.names());
    }

    /** What a payer knows a request by: the identifier of the Claim, else its id. */
    static ObjectNode identifier(JsonNode claim) {
        JsonNode first = claim.at("/identifier/0");
        boolean whole = first.hasNonNull("system") && first.hasNonNull("value");
        return Nodes.object()
                .put("system", whole ? first.get("system").asText() : REQUEST)
                .put(
                        "value",
                        whole ? first.get("value").asText() : claim.path("id").asText());
    }

    /** One request on its way. */
    private final class Draft {
        private final PasEntries entries = new PasEntries();
        private final PasParties parties = new PasParties(entries, resources);
        private final JsonNode claim;
        private final Instant now;
        private final PasKind kind;
        private final ObjectNode copy;

        Draft(JsonNode claim, Instant now, PasKind kind) {
            this.claim = claim;
            this.now = now;
            this.kind = kind;
            this.copy = entries.add("Claim/" + claim.path("id").asText(), "Claim", kind.claim());
        }

        void write() {
            if (!claim.path("use").asText().equals("preauthorization")) {
                entries.problems()
                        .add(new InputProblem(
                                "value",
                                "Claim.use",
                                "The Claim does not ask for an authorization.",
                                "Set Claim.use to preauthorization."));
            }
            copy.putArray("identifier").add(identifier(claim));
            copy.put("status", "active").put("use", "preauthorization");
            PasEntries.copy(claim, copy, "type", "priority");
            if (!copy.has("type")) {
                copy.set("type", Nodes.concept("http://terminology.hl7.org/CodeSystem/claim-type", "professional"));
            }
            if (!copy.has("priority")) {
                copy.set("priority", Nodes.concept("http://terminology.hl7.org/CodeSystem/processpriority", "normal"));
            }
            copy.put("created", claim.path("created").asText(now.toString()));
            parties();
            if (kind == PasKind.INQUIRY) {
                // by the identifier of the request alone: what else is said would narrow what is found
                return;
            }
            prior();
            team();
            diagnoses();
            items();
        }

        /** The payer knows the earlier request by its identifier. */
        private void prior() {
            if (kind == PasKind.UPDATE) {
                String name = PasKind.prior(claim);
                parties.follow(Nodes.reference(name), "Claim.related.claim").ifPresent(earlier -> {
                    ObjectNode related = copy.putArray("related").addObject();
                    related.putObject("claim").set("identifier", identifier(earlier));
                    related.set(
                            "relationship",
                            Nodes.concept(
                                    "http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship", "prior"));
                });
            }
        }

        private void parties() {
            JsonNode patient = claim.path("patient");
            String name = patient.path("reference").asText();
            parties.follow(patient, "Claim.patient").ifPresent(found -> parties.patient(name, found, "beneficiary"));
            copy.set("patient", PasEntries.reference(name));
            JsonNode covered = focal().path("coverage");
            Optional<JsonNode> coverage = parties.follow(covered, "Claim.insurance.coverage");
            JsonNode insurer = claim.has("insurer")
                    ? claim.path("insurer")
                    : coverage.map(one -> one.at("/payor/0")).orElse(claim.path("insurer"));
            String payer = insurer.path("reference").asText();
            parties.follow(insurer, "Claim.insurer").ifPresent(found -> parties.organization(payer, found, "insurer"));
            copy.set("insurer", PasEntries.reference(payer));
            JsonNode provider = claim.path("provider");
            parties.follow(provider, "Claim.provider")
                    .ifPresent(found -> copy.set(
                            "provider",
                            PasEntries.reference(
                                    parties.provider(provider.path("reference").asText(), found))));
            coverage.ifPresent(
                    found -> parties.coverage(covered.path("reference").asText(), found, name, payer));
            ObjectNode insurance =
                    copy.putArray("insurance").addObject().put("sequence", 1).put("focal", true);
            insurance.set(
                    "coverage", PasEntries.reference(covered.path("reference").asText()));
        }

        private JsonNode focal() {
            for (JsonNode insurance : claim.path("insurance")) {
                if (insurance.path("focal").asBoolean()) {
                    return insurance;
                }
            }
            return claim.at("/insurance/0");
        }

        private void team() {
            for (JsonNode member : claim.path("careTeam")) {
                JsonNode provider = member.path("provider");
                parties.follow(provider, "Claim.careTeam.provider").ifPresent(found -> {
                    ObjectNode one = copy.withArray("careTeam").addObject();
                    one.putArray("extension")
                            .addObject()
                            .put("url", Pas.TEAM_OF_WHOLE)
                            .put("valueBoolean", true);
                    one.put("sequence", member.path("sequence").asInt());
                    String name = parties.provider(provider.path("reference").asText(), found);
                    one.set("provider", PasEntries.reference(name));
                });
            }
        }

        private void diagnoses() {
            for (JsonNode diagnosis : claim.path("diagnosis")) {
                ObjectNode one = copy.withArray("diagnosis")
                        .addObject()
                        .put("sequence", diagnosis.path("sequence").asInt());
                JsonNode concept = diagnosis.path("diagnosisCodeableConcept");
                if (concept.isMissingNode()) {
                    concept = parties.follow(diagnosis.path("diagnosisReference"), "Claim.diagnosis.diagnosis")
                            .map(condition -> condition.path("code"))
                            .orElse(concept);
                }
                one.set("diagnosisCodeableConcept", coded(concept, Systems.ICD10CM));
            }
        }

        private void items() {
            entries.require(claim, "Claim", "item");
            for (JsonNode item : claim.path("item")) {
                item(item, copy.withArray("item").addObject());
            }
        }

        private void item(JsonNode item, ObjectNode one) {
            String code = Pas.code(item.path("productOrService"));
            RequestItem said = rules.requestItem(code, LocalDate.ofInstant(now, ZoneOffset.UTC));
            ArrayNode extensions = one.putArray("extension");
            extension(item, extensions, Pas.REQUEST_TYPE, "1525", said.requestType());
            extension(item, extensions, Pas.CERTIFICATION_TYPE, "1322", said.certificationType());
            changed(item, one, extensions);
            PasEntries.copy(item, one, "sequence", "careTeamSequence", "diagnosisSequence", "category");
            if (!one.has("category")) {
                one.set("category", Nodes.concept(Pas.X12 + "1365", said.serviceType()));
            }
            one.set("productOrService", coded(item.path("productOrService"), Systems.CPT));
            item.path("modifier").forEach(modifier -> one.withArray("modifier").add(coded(modifier, Systems.CPT)));
            PasEntries.copy(item, one, "servicedDate", "servicedPeriod", "locationCodeableConcept");
            if (item.at("/quantity/value").isNumber()) {
                one.putObject("quantity").set("value", item.at("/quantity/value"));
            }
            entries.require(item, "Claim.item", "productOrService", "locationCodeableConcept");
        }

        /** What an update changes of an item, as the Claim says it. */
        private void changed(JsonNode item, ObjectNode one, ArrayNode extensions) {
            if (kind == PasKind.UPDATE) {
                JsonNode change = Pas.extension(item, Pas.CHANGED);
                if (change.isObject()) {
                    extensions.add(change.deepCopy());
                }
                if (Pas.cancelled(item)) {
                    one.putArray("modifierExtension")
                            .addObject()
                            .put("url", Pas.CANCELLED)
                            .put("valueBoolean", true);
                }
            }
        }

        private void extension(JsonNode item, ArrayNode into, String url, String element, String code) {
            JsonNode own = Pas.extension(item, url);
            if (own.isObject()) {
                into.add(PasEntries.bare(own));
            } else {
                into.addObject().put("url", url).set("valueCodeableConcept", Nodes.concept(Pas.X12 + element, code));
            }
        }

        /** The code alone, without displays and texts; HCPCS by the name that PAS has for it. */
        private ObjectNode coded(JsonNode concept, String otherwise) {
            JsonNode coding = concept.at("/coding/0");
            String system = coding.path("system").asText(otherwise);
            boolean hcpcs = system.endsWith("/Medicare/Coding/HCPCSReleaseCodeSets");
            return Nodes.concept(hcpcs ? Pas.HCPCS : system, coding.path("code").asText());
        }
    }
}
