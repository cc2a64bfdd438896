package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/** Gathers from the store everything that belongs to one session. */
final class SessionStore {
    private static final List<String> OF_ENCOUNTER =
            List.of("Procedure", "Condition", "Composition", "DocumentReference");
    private static final List<String> OF_PATIENT = List.of("CarePlan", "Consent", "Coverage");
    private static final List<String> PEOPLE = List.of("Practitioner", "PractitionerRole");

    /** Elements whose references are followed, with the types they may lead to. */
    private static final Map<String, List<String>> FOLLOWED = Map.ofEntries(
            Map.entry("subject", List.of("Patient")),
            Map.entry("beneficiary", List.of("Patient")),
            Map.entry("subscriber", List.of("Patient")),
            Map.entry("individual", PEOPLE),
            Map.entry("actor", PEOPLE),
            Map.entry("author", PEOPLE),
            Map.entry("party", PEOPLE),
            Map.entry("authenticator", PEOPLE),
            Map.entry("practitioner", PEOPLE),
            Map.entry("condition", List.of("Condition")),
            Map.entry("reasonReference", List.of("Condition")),
            Map.entry("location", List.of("Location")),
            Map.entry("valueReference", List.of("Location")),
            Map.entry("serviceProvider", List.of("Organization")),
            Map.entry("organization", List.of("Organization")),
            Map.entry("payor", List.of("Organization")));

    private final FhirContext fhir;
    private final DaoRegistry daos;

    SessionStore(FhirContext fhir, DaoRegistry daos) {
        this.fhir = fhir;
        this.daos = daos;
    }

    /**
     * The session of an encounter.
     *
     * @throws ResourceNotFoundException if there is no such encounter
     */
    StoredSession load(IIdType encounter) {
        Gathering gathering = new Gathering();
        IBaseResource stored = daos.getResourceDao("Encounter")
                .read(new IdType("Encounter", encounter.getIdPart()), new SystemRequestDetails());
        gathering.add(stored);
        return gathering.session();
    }

    /** One session being gathered. */
    private final class Gathering {
        private final Map<String, String> versions = new LinkedHashMap<>();
        private final ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "collection");
        private final ArrayNode entries = bundle.putArray("entry");

        StoredSession session() {
            return new StoredSession(bundle, versions);
        }

        /** Takes in a resource, what refers to it and what it refers to; each only once. */
        void add(IBaseResource resource) {
            IIdType id = resource.getIdElement();
            String type = resource.fhirType();
            String reference = type + "/" + id.getIdPart();
            if (versions.putIfAbsent(reference, reference + "/_history/" + id.getVersionIdPart()) != null) {
                return;
            }
            JsonNode json = json(resource);
            entries.addObject().set("resource", json);
            switch (type) {
                case "Encounter" -> referring(OF_ENCOUNTER, "encounter", reference, json);
                case "Patient" -> referring(OF_PATIENT, "patient", reference, json);
                case "Practitioner" -> referring(List.of("PractitionerRole"), "practitioner", reference, json);
                default -> {
                    // nothing that refers to it is asked for
                }
            }
            follow(json);
        }

        private void referring(List<String> types, String parameter, String reference, JsonNode target) {
            for (String type : types) {
                search(type, parameter, new ReferenceParam(reference));
                for (JsonNode identifier : target.path("identifier")) {
                    search(type, parameter + "-identifier", token(identifier));
                }
            }
        }

        private void follow(JsonNode json) {
            json.properties().forEach(field -> {
                List<String> types = FOLLOWED.getOrDefault(field.getKey(), List.of());
                for (JsonNode value : field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
                    if (!types.isEmpty() && (value.has("reference") || value.has("identifier"))) {
                        lead(value, types);
                    } else if (value.isObject()) {
                        follow(value);
                    }
                }
            });
        }

        private void lead(JsonNode reference, List<String> types) {
            IdType id = new IdType(reference.path("reference").asText());
            JsonNode identifier = reference.path("identifier");
            if (types.contains(String.valueOf(id.getResourceType()))) {
                read(id);
            } else if (!reference.has("reference") && identifier.has("value")) {
                types.forEach(type -> search(type, "identifier", token(identifier)));
            }
        }

        private void read(IdType id) {
            if (!versions.containsKey(id.getResourceType() + "/" + id.getIdPart())) {
                try {
                    add(daos.getResourceDao(id.getResourceType())
                            .read(id.toUnqualifiedVersionless(), new SystemRequestDetails()));
                } catch (ResourceNotFoundException | ResourceGoneException e) {
                    // the reader says that the reference leads to nothing
                    return;
                }
            }
        }

        private void search(String type, String parameter, IQueryParameterType value) {
            SearchParameterMap query = SearchParameterMap.newSynchronous(parameter, value);
            daos.getResourceDao(type)
                    .search(query, new SystemRequestDetails())
                    .getAllResources()
                    .forEach(this::add);
        }
    }

    private static TokenParam token(JsonNode identifier) {
        return new TokenParam(
                identifier.path("system").asText(), identifier.path("value").asText());
    }

    private JsonNode json(IBaseResource resource) {
        try {
            return Json.parse(fhir.newJsonParser().encodeResourceToString(resource));
        } catch (BadInput e) {
            throw new IllegalStateException("a stored resource is not JSON", e);
        }
    }
}
