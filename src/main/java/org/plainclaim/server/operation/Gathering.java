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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/** Resources being gathered from the store into a Bundle, each only once. */
final class Gathering {
    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Scope scope;
    private final Set<String> seen;
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final ObjectNode bundle =
            JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle").put("type", "collection");
    private @Nullable Patient patient;
    private final ArrayNode entries = bundle.putArray("entry");

    /**
     * How far a gathering goes.
     *
     * @param followed elements whose references are followed, with the types they may lead to
     * @param referring for a type, what else refers to it and belongs in
     */
    record Scope(Map<String, List<String>> followed, Map<String, Referring> referring) {}

    /**
     * What refers to a resource.
     *
     * @param types their types
     * @param parameter search parameter; with {@code -identifier} behind it for references by identifier
     */
    record Referring(List<String> types, String parameter) {}

    Gathering(FhirContext fhir, DaoRegistry daos, Scope scope) {
        this(fhir, daos, scope, Set.of());
    }

    /** A gathering that leaves out what is already at hand. */
    Gathering(FhirContext fhir, DaoRegistry daos, Scope scope, Set<String> atHand) {
        this.fhir = fhir;
        this.daos = daos;
        this.scope = scope;
        this.seen = new HashSet<>(atHand);
    }

    StoredSession session() {
        return new StoredSession(bundle, versions);
    }

    /** The first patient that was taken in: the one of the session, which is followed before others. */
    Optional<Patient> patient() {
        return Optional.ofNullable(patient);
    }

    /** Takes in a resource, what refers to it and what it refers to. */
    void add(IBaseResource resource) {
        IIdType id = resource.getIdElement();
        String type = resource.fhirType();
        String reference = type + "/" + id.getIdPart();
        if (!seen.add(reference)) {
            return;
        }
        if (patient == null && resource instanceof Patient first) {
            patient = first;
        }
        versions.put(reference, reference + "/_history/" + id.getVersionIdPart());
        JsonNode json = json(resource);
        entries.addObject().set("resource", json);
        Referring referring = scope.referring().get(type);
        if (referring != null) {
            referring(referring, reference, json);
        }
        follow(json);
    }

    private void referring(Referring referring, String reference, JsonNode target) {
        for (String type : referring.types()) {
            search(type, referring.parameter(), new ReferenceParam(reference));
            for (JsonNode identifier : target.path("identifier")) {
                search(type, referring.parameter() + "-identifier", token(identifier));
            }
        }
    }

    private void follow(JsonNode json) {
        json.properties().forEach(field -> {
            List<String> types = scope.followed().getOrDefault(field.getKey(), List.of());
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

    /** Takes in a resource by its reference, if it is stored. */
    void read(IdType id) {
        if (!seen.contains(id.getResourceType() + "/" + id.getIdPart())) {
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
        search(daos, type, SearchParameterMap.newSynchronous(parameter, value)).forEach(this::add);
    }

    /** What a search finds, without taking it in. */
    static List<IBaseResource> search(DaoRegistry daos, String type, SearchParameterMap query) {
        return daos.getResourceDao(type)
                .search(query, new SystemRequestDetails())
                .getAllResources();
    }

    /** True if the resource was taken in, or was at hand from the beginning. */
    boolean knows(String reference) {
        return seen.contains(reference);
    }

    static TokenParam token(JsonNode identifier) {
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
