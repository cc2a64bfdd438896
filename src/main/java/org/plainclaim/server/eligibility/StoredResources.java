package org.plainclaim.server.eligibility;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterOr;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Nodes;

/** Resources taken from the store in waves: one search for each type, however many are wanted of it. */
final class StoredResources {
    private static final List<String> PROVIDERS = List.of("Practitioner", "PractitionerRole", "Organization");

    /** Elements whose references are followed, with the types that they may lead to. */
    private static final Map<String, List<String>> FOLLOWED = Map.ofEntries(
            Map.entry("patient", List.of("Patient")),
            Map.entry("beneficiary", List.of("Patient")),
            Map.entry("subscriber", List.of("Patient", "RelatedPerson")),
            Map.entry("insurer", List.of("Organization")),
            Map.entry("payor", List.of("Organization")),
            Map.entry("provider", PROVIDERS),
            Map.entry("practitioner", List.of("Practitioner")),
            Map.entry("organization", List.of("Organization")),
            Map.entry("managingOrganization", List.of("Organization")),
            Map.entry("facility", List.of("Location")),
            Map.entry("location", List.of("Location")),
            Map.entry("coverage", List.of("Coverage")));

    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Map<String, JsonNode> found = new LinkedHashMap<>();
    private final Map<String, Set<String>> wanted = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();

    StoredResources(FhirContext fhir, DaoRegistry daos) {
        this.fhir = fhir;
        this.daos = daos;
    }

    /** Takes in a resource; what it refers to is wanted from now on. */
    ObjectNode add(IBaseResource resource) {
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        ObjectNode json = json(resource);
        found.put(reference, json);
        asked.add(reference);
        want(json);
        return json;
    }

    private void want(JsonNode json) {
        json.properties().forEach(field -> {
            List<String> types = FOLLOWED.getOrDefault(field.getKey(), List.of());
            for (JsonNode value : field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
                IdType id = new IdType(value.path("reference").asText());
                String type = String.valueOf(id.getResourceType());
                if (types.contains(type) && asked.add(type + "/" + id.getIdPart())) {
                    wanted.computeIfAbsent(type, any -> new TreeSet<>()).add(id.getIdPart());
                } else if (value.isObject()) {
                    want(value);
                }
            }
        });
    }

    /** Takes in what is wanted, and what that wants, until nothing more is; what is not stored is left out. */
    void follow() {
        while (!wanted.isEmpty()) {
            Map<String, Set<String>> wave = new TreeMap<>(wanted);
            wanted.clear();
            wave.forEach((type, ids) -> {
                TokenOrListParam any = new TokenOrListParam();
                ids.forEach(id -> any.add(new TokenParam(null, id)));
                search(type, "_id", any);
            });
        }
    }

    /** Takes in what a search finds. */
    void search(String type, String parameter, IQueryParameterOr<?> any) {
        SearchParameterMap query = new SearchParameterMap().setLoadSynchronous(true);
        query.add(parameter, any);
        daos.getResourceDao(type)
                .search(query, new SystemRequestDetails())
                .getAllResources()
                .forEach(resource -> {
                    if (!found.containsKey(
                            resource.fhirType() + "/" + resource.getIdElement().getIdPart())) {
                        add(resource);
                    }
                });
    }

    /** The references of a type that were taken in. */
    List<String> references(String type) {
        return found.keySet().stream()
                .filter(reference -> reference.startsWith(type + "/"))
                .toList();
    }

    /** All of it as a collection, in the order it was taken in. */
    ObjectNode bundle() {
        ObjectNode bundle = Nodes.resource("Bundle").put("type", "collection");
        var entries = bundle.putArray("entry");
        found.values().forEach(json -> entries.addObject().set("resource", json));
        return bundle;
    }

    private ObjectNode json(IBaseResource resource) {
        try {
            return (ObjectNode) Json.parse(fhir.newJsonParser().encodeResourceToString(resource));
        } catch (BadInput e) {
            throw new IllegalStateException("a stored resource is not JSON", e);
        }
    }
}
