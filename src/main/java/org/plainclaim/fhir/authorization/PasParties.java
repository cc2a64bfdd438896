package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.plainclaim.fhir.Nodes;

/** Puts the people, organizations and the coverage of a request in. */
final class PasParties {
    private static final String SELF = "18";
    private final PasEntries entries;
    private final Function<String, Optional<JsonNode>> resources;

    PasParties(PasEntries entries, Function<String, Optional<JsonNode>> resources) {
        this.entries = entries;
        this.resources = resources;
    }

    /** The resource of a reference; a problem if it is not there. */
    Optional<JsonNode> follow(JsonNode reference, String expression) {
        String name = reference.path("reference").asText();
        Optional<JsonNode> found = name.isEmpty() ? Optional.empty() : resources.apply(name);
        if (found.isEmpty()) {
            entries.missing(
                    expression,
                    name.isEmpty() ? expression + " is missing." : expression + " refers to what is not there.",
                    "Refer to a resource that is stored, or send it along.");
        }
        return found;
    }

    void patient(String reference, JsonNode patient, String profile) {
        if (entries.has(reference)) {
            return;
        }
        ObjectNode copy = entries.add(reference, "Patient", profile);
        PasEntries.copy(patient, copy, "identifier", "name", "gender", "birthDate", "address");
        entries.require(patient, "Patient", "identifier", "name", "gender");
    }

    void organization(String reference, JsonNode organization, String profile) {
        if (entries.has(reference)) {
            return;
        }
        ObjectNode copy = entries.add(reference, "Organization", profile);
        PasEntries.copy(organization, copy, "identifier", "name", "address", "telecom");
        copy.put("active", true);
        entries.require(organization, "Organization", "name");
        if (profile.equals("requestor")) {
            entries.require(organization, "Organization", "identifier");
        }
    }

    /** A practice as it is; a clinician as the role that PAS wants. The answer is what to refer to. */
    String provider(String reference, JsonNode provider) {
        String type = provider.path("resourceType").asText();
        if (type.equals("Organization")) {
            organization(reference, provider, "requestor");
            return reference;
        }
        if (type.equals("PractitionerRole")) {
            role(reference, provider.path("practitioner"), provider);
            return reference;
        }
        String role = reference + "/role";
        practitioner(reference, provider);
        entries.add(role, "PractitionerRole", "practitionerrole").set("practitioner", PasEntries.reference(reference));
        contact(role, provider);
        return role;
    }

    private void role(String reference, JsonNode practitioner, JsonNode role) {
        if (entries.has(reference)) {
            return;
        }
        ObjectNode copy = entries.add(reference, "PractitionerRole", "practitionerrole");
        PasEntries.copy(role, copy, "identifier", "specialty", "telecom");
        follow(practitioner, "PractitionerRole.practitioner").ifPresent(found -> {
            String name = practitioner.path("reference").asText();
            practitioner(name, found);
            copy.set("practitioner", PasEntries.reference(name));
        });
        JsonNode organization = role.path("organization");
        String practice = organization.path("reference").asText();
        resources.apply(practice).ifPresent(found -> {
            organization(practice, found, "organization");
            copy.set("organization", PasEntries.reference(practice));
        });
    }

    /** A role says how to reach it: US Core wants a telecom or an endpoint. */
    private void contact(String role, JsonNode practitioner) {
        ObjectNode copy = entries.resource(role);
        PasEntries.copy(practitioner, copy, "telecom");
        if (!copy.has("telecom")) {
            entries.missing(
                    "Practitioner.telecom",
                    "The payer needs a telephone of who asks.",
                    "Add telecom to the Practitioner, or name a PractitionerRole with one.");
        }
    }

    private void practitioner(String reference, JsonNode practitioner) {
        if (entries.has(reference)) {
            return;
        }
        ObjectNode copy = entries.add(reference, "Practitioner", "practitioner");
        PasEntries.copy(practitioner, copy, "identifier", "name");
        entries.require(practitioner, "Practitioner", "identifier", "name");
    }

    void coverage(String reference, JsonNode coverage, String patient, String insurer) {
        ObjectNode copy = entries.add(reference, "Coverage", "coverage");
        ObjectNode member = copy.putArray("identifier").addObject();
        member.set("type", Nodes.concept("http://terminology.hl7.org/CodeSystem/v2-0203", "MB"));
        member.put("value", coverage.path("subscriberId").asText());
        copy.put("status", "active");
        PasEntries.copy(coverage, copy, "subscriberId", "period", "class");
        copy.set("beneficiary", PasEntries.reference(patient));
        copy.putArray("payor").add(PasEntries.reference(insurer));
        entries.require(coverage, "Coverage", "subscriberId", "relationship");
        relationship(coverage, copy);
    }

    private void relationship(JsonNode coverage, ObjectNode copy) {
        PasEntries.copy(coverage, copy, "relationship");
        String code = Pas.code(coverage.path("relationship"));
        if (code.equals("self")) {
            copy.withObject("relationship")
                    .withArray("coding")
                    .addObject()
                    .put("system", Pas.X12 + "1069")
                    .put("code", SELF);
        } else if (!code.equals(SELF)) {
            JsonNode subscriber = coverage.path("subscriber");
            follow(subscriber, "Coverage.subscriber").ifPresent(found -> {
                String name = subscriber.path("reference").asText();
                patient(name, found, "subscriber");
                copy.set("subscriber", PasEntries.reference(name));
            });
        }
    }
}
