package org.plainclaim.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;

/** Resources taken from the store in waves: one statement for all that is wanted at a time. */
final class GatheredResources {
    private static final List<String> PEOPLE = List.of("Practitioner", "PractitionerRole");
    private static final List<String> PROVIDERS = List.of("Practitioner", "PractitionerRole", "Organization");

    /** Elements whose references are followed, with the types that they may lead to. */
    private static final Map<String, List<String>> FOLLOWED = Map.ofEntries(
            Map.entry("patient", List.of("Patient")),
            Map.entry("beneficiary", List.of("Patient")),
            Map.entry("subscriber", List.of("Patient", "RelatedPerson")),
            Map.entry("insurer", List.of("Organization")),
            Map.entry("payor", List.of("Organization")),
            Map.entry("provider", PROVIDERS),
            Map.entry("party", PROVIDERS),
            Map.entry("individual", PEOPLE),
            Map.entry("practitioner", PEOPLE),
            Map.entry("organization", List.of("Organization")),
            Map.entry("managingOrganization", List.of("Organization")),
            Map.entry("facility", List.of("Location")),
            Map.entry("location", List.of("Location")),
            Map.entry("encounter", List.of("Encounter")),
            Map.entry("coverage", List.of("Coverage")),
            Map.entry("claimResponse", List.of("ClaimResponse")),
            Map.entry("claim", List.of("Claim")),
            Map.entry("referral", List.of("ServiceRequest")),
            Map.entry("diagnosisReference", List.of("Condition")),
            Map.entry("valueReference", List.of("Organization")));

    /** What refers to a resource and will be asked for once it is known. */
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "Patient",
            List.of("Coverage.beneficiary"),
            "Practitioner",
            List.of("PractitionerRole.practitioner"),
            "Claim",
            List.of("ClaimResponse.request"));

    private final StoreView store;
    private final Map<String, JsonNode> found = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, Set<String>> wanted = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();

    GatheredResources(StoreView store) {
        this.store = store;
    }

    /** Takes in a resource, once; what it refers to is wanted from now on. */
    void add(Current resource) {
        asked.add(resource.reference());
        if (found.putIfAbsent(resource.reference(), resource.json()) == null) {
            versions.put(resource.reference(), resource.versioned());
            want(resource.json());
        }
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
            List<Question> wave = new ArrayList<>();
            wanted.forEach((type, ids) -> ids.forEach(id -> wave.add(Question.named(type, id))));
            List<Question> expected = new ArrayList<>(wave);
            wave.forEach(one -> expected.addAll(referring(one.type() + "/" + one.id())));
            wanted.clear();
            store.expect(expected);
            store.askAll(wave).forEach(this::add);
        }
    }

    private static List<Question> referring(String reference) {
        String type = reference.substring(0, reference.indexOf('/'));
        return EXPECTED.getOrDefault(type, List.of()).stream()
                .map(path -> Question.referring(reference, path))
                .toList();
    }

    /** Takes in what refers to some of the resources, in the order it was created. */
    void referring(List<String> references) {
        List<Question> questions = references.stream()
                .flatMap(reference -> referring(reference).stream())
                .toList();
        store.askAll(questions).stream()
                .sorted(Comparator.comparingLong(Current::row))
                .forEach(this::add);
    }

    /** The references of a type that were taken in. */
    List<String> references(String type) {
        return found.keySet().stream()
                .filter(reference -> reference.startsWith(type + "/"))
                .toList();
    }

    Map<String, String> versions() {
        return versions;
    }

    /** All of it as a collection, in the order it was taken in. */
    ObjectNode bundle() {
        ObjectNode bundle = Nodes.resource("Bundle").put("type", "collection");
        var entries = bundle.putArray("entry");
        found.values().forEach(json -> entries.addObject().set("resource", json));
        return bundle;
    }
}
