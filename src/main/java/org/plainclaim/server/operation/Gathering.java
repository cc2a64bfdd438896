package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;

/** Resources being gathered from the store into a Bundle, each only once. */
final class Gathering {
    private final StoreView store;
    private final Scope scope;
    private final Set<String> seen;
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, List<Question>> leads = new HashMap<>();
    private final ObjectNode bundle =
            JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle").put("type", "collection");
    private @Nullable Current patient;
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
     * @param paths elements, each with its type in front
     * @param parameter search parameter for references by identifier
     */
    record Referring(List<String> paths, String parameter) {}

    Gathering(StoreView store, Scope scope) {
        this(store, scope, Set.of());
    }

    /** A gathering that leaves out what is already at hand. */
    Gathering(StoreView store, Scope scope, Set<String> atHand) {
        this.store = store;
        this.scope = scope;
        this.seen = new HashSet<>(atHand);
    }

    StoredSession session() {
        return new StoredSession(bundle, versions);
    }

    /** The first patient that was taken in: the one of the session, which is followed before others. */
    Optional<Current> patient() {
        return Optional.ofNullable(patient);
    }

    /** Takes in resources, what refers to them and what they refer to. */
    void addAll(Collection<Current> resources) {
        prepare(resources);
        resources.forEach(this::add);
    }

    /** The store is asked in waves for all that the resources lead to, before they are taken in one by one. */
    void prepare(Collection<Current> resources) {
        Set<String> known = new HashSet<>(seen);
        List<Current> wave = new ArrayList<>(resources);
        while (!wave.isEmpty()) {
            List<Question> questions = new ArrayList<>();
            wave.stream().filter(one -> known.add(one.reference())).forEach(one -> questions.addAll(questions(one)));
            questions.removeIf(question ->
                    known.contains(question.type() + "/" + question.id()) && question.kind() == Question.Kind.NAMED);
            List<Question> expected = new ArrayList<>(questions);
            questions.stream()
                    .filter(question -> question.kind() == Question.Kind.NAMED)
                    .forEach(question -> expected.addAll(referring(question.type(), question.id())));
            store.expect(expected);
            wave = new ArrayList<>();
            for (Question question : questions) {
                wave.addAll(store.answers(question));
            }
            wave.removeIf(one -> known.contains(one.reference()));
        }
    }

    private void add(Current resource) {
        if (!seen.add(resource.reference())) {
            return;
        }
        if (patient == null && resource.reference().startsWith("Patient/")) {
            patient = resource;
        }
        versions.put(resource.reference(), resource.versioned());
        entries.addObject().set("resource", resource.json());
        for (Question question : questions(resource)) {
            boolean named = question.kind() == Question.Kind.NAMED;
            if (!named || !seen.contains(question.type() + "/" + question.id())) {
                store.ask(question).forEach(this::add);
            }
        }
    }

    private List<Question> questions(Current resource) {
        return leads.computeIfAbsent(resource.reference(), any -> leads(resource));
    }

    /** What a resource leads to: first what refers to it, then what it refers to. */
    private List<Question> leads(Current resource) {
        String type = type(resource.reference(), '/');
        List<Question> questions = new ArrayList<>();
        Referring referring = scope.referring().get(type);
        if (referring != null) {
            for (String path : referring.paths()) {
                questions.add(Question.referring(resource.reference(), path));
                for (JsonNode identifier : resource.json().path("identifier")) {
                    questions.add(token(type(path, '.'), referring.parameter(), identifier));
                }
            }
        }
        follow(resource.json(), questions);
        return questions;
    }

    private List<Question> referring(String type, String id) {
        Referring referring = scope.referring().get(type);
        return referring == null
                ? List.of()
                : referring.paths().stream()
                        .map(path -> Question.referring(type + "/" + id, path))
                        .toList();
    }

    private void follow(JsonNode json, List<Question> questions) {
        json.properties().forEach(field -> {
            List<String> types = scope.followed().getOrDefault(field.getKey(), List.of());
            for (JsonNode value : field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
                if (!types.isEmpty() && (value.has("reference") || value.has("identifier"))) {
                    lead(value, types, questions);
                } else if (value.isObject()) {
                    follow(value, questions);
                }
            }
        });
    }

    private static void lead(JsonNode reference, List<String> types, List<Question> questions) {
        IdType id = new IdType(reference.path("reference").asText());
        JsonNode identifier = reference.path("identifier");
        if (types.contains(String.valueOf(id.getResourceType()))) {
            questions.add(Question.named(id.getResourceType(), id.getIdPart()));
        } else if (!reference.has("reference") && identifier.has("value")) {
            types.forEach(type -> questions.add(token(type, "identifier", identifier)));
        }
    }

    private static String type(String text, char end) {
        return text.substring(0, text.indexOf(end));
    }

    /** Takes in a resource by its reference, if it is stored; else the reader says that the reference leads to nothing. */
    void read(IdType id) {
        addAll(store.ask(Question.named(String.valueOf(id.getResourceType()), String.valueOf(id.getIdPart()))));
    }

    /** Takes in what answers any of some questions, each once. */
    void addAllOf(Collection<Question> questions) {
        addAll(store.askAll(questions));
    }

    /** True if the resource was taken in, or was at hand from the beginning. */
    boolean knows(String reference) {
        return seen.contains(reference);
    }

    /** What has an identifier, by a search parameter of its type. */
    static Question token(String type, String parameter, JsonNode identifier) {
        return Question.token(
                type,
                parameter,
                identifier.path("system").asText(),
                identifier.path("value").asText());
    }
}
