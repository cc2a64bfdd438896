package org.plainclaim.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.VersionStatements.Label;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The store as it is for one piece of work: each question is put to the database once, many at a time.
 *
 * <p>A view is for one thread and a moment; it does not see what was stored since.
 */
public final class StoreView {
    private final VersionStatements statements;
    private final KeptTrees trees;
    private final int partition;
    private final Map<Question, List<Hit>> hits = new HashMap<>();
    private final Map<String, Current> loaded = new HashMap<>();
    private final Set<Question> asked = new LinkedHashSet<>();
    private final List<Set<Question>> noted = new ArrayList<>();

    StoreView(VersionStatements statements, KeptTrees trees, int partition) {
        this.statements = statements;
        this.trees = trees;
        this.partition = partition;
    }

    /** Has answers ready for what will be asked; what is not asked in the end does no harm. */
    public void expect(Collection<Question> questions) {
        List<Question> open = questions.stream()
                .filter(one -> !hits.containsKey(one))
                .distinct()
                .toList();
        if (!open.isEmpty()) {
            statements.hits(partition, open).forEach((question, found) -> hits.put(question, few(question, found)));
            load(open);
        }
    }

    /** The resources that answer a question, each once; those that are deleted are none. */
    public List<Current> ask(Question question) {
        asked.add(question);
        noted.forEach(questions -> questions.add(question));
        return answers(question);
    }

    /** Does a piece of work, and notes down what it asks, whether that was asked before or not. */
    <T> T noting(Set<Question> questions, Supplier<T> work) {
        noted.add(questions);
        try {
            return work.get();
        } finally {
            noted.remove(noted.size() - 1);
        }
    }

    int partition() {
        return partition;
    }

    /** The same for somebody who only prepares: it is not remembered as one that matters. */
    public List<Current> answers(Question question) {
        expect(List.of(question));
        return Objects.requireNonNull(hits.get(question)).stream()
                .map(hit -> Objects.requireNonNull(loaded.get(hit.reference())))
                .toList();
    }

    /** The resources that answer any of some questions, each once. */
    public List<Current> askAll(Collection<Question> questions) {
        expect(questions);
        Map<String, Current> found = new LinkedHashMap<>();
        questions.forEach(question -> ask(question).forEach(one -> found.putIfAbsent(one.reference(), one)));
        return List.copyOf(found.values());
    }

    /** All that was asked. */
    List<Question> asked() {
        return List.copyOf(asked);
    }

    /** Without doubles, in the order they were created; where days were asked for, the last day first. */
    private static List<Hit> few(Question question, List<Hit> found) {
        Comparator<Hit> order = question.span() == null
                ? Comparator.comparingLong(Hit::row)
                : Comparator.comparingLong(Hit::date).thenComparing(Hit::row).reversed();
        Map<String, Hit> single = new LinkedHashMap<>();
        found.stream().sorted(order).forEach(hit -> single.putIfAbsent(hit.reference(), hit));
        List<Hit> all = List.copyOf(single.values());
        int left = Math.max(0, all.size() - question.most());
        return question.span() == null ? all.subList(left, all.size()) : all.subList(0, all.size() - left);
    }

    private void load(List<Question> questions) {
        Map<String, Hit> wanted = new LinkedHashMap<>();
        for (Question question : questions) {
            for (Hit hit : Objects.requireNonNull(hits.get(question))) {
                if (!loaded.containsKey(hit.reference())) {
                    wanted.put(hit.reference(), hit);
                }
            }
        }
        Map<Long, List<Label>> labels = labels(wanted.values());
        Map<Long, Hit> missing = new HashMap<>();
        for (Hit hit : wanted.values()) {
            JsonNode tree = trees.get(key(hit, labels));
            if (tree == null) {
                missing.put(hit.row(), hit);
            } else {
                take(hit, tree);
            }
        }
        if (!missing.isEmpty()) {
            statements.texts(partition, missing.values(), (row, version, encoding, text) -> {
                Hit hit = Objects.requireNonNull(missing.get(row));
                KeptTrees.Key key = key(hit, labels);
                JsonNode tree = tree(hit, encoding, text, key.labels());
                take(hit, tree);
                keep(key, tree, text.length());
            });
        }
    }

    private void take(Hit hit, JsonNode tree) {
        loaded.put(hit.reference(), new Current(hit.reference(), hit.row(), hit.version(), tree));
    }

    private Map<Long, List<Label>> labels(Collection<Hit> found) {
        List<Long> tagged = found.stream().filter(Hit::tagged).map(Hit::row).toList();
        return tagged.isEmpty() ? Map.of() : statements.labels(partition, tagged);
    }

    private KeptTrees.Key key(Hit hit, Map<Long, List<Label>> labels) {
        return new KeptTrees.Key(partition, hit.row(), hit.version(), labels.getOrDefault(hit.row(), List.of()));
    }

    /** What a transaction sees of its own may be undone, and the number of the version given to another. */
    private void keep(KeptTrees.Key key, JsonNode tree, int length) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            trees.keep(key, tree, length);
        }
    }

    private static JsonNode tree(Hit hit, @Nullable String encoding, String text, List<Label> labels) {
        String type = hit.reference().substring(0, hit.reference().indexOf('/'));
        if (!"JSON".equals(encoding)) {
            throw new IllegalStateException("a stored " + type + " is not plain JSON");
        }
        try {
            ObjectNode json = (ObjectNode) Json.parse(text);
            json.put("id", hit.reference().substring(type.length() + 1));
            ObjectNode meta = json.withObject("/meta");
            meta.put("versionId", String.valueOf(hit.version()));
            if (!labels.isEmpty()) {
                ArrayNode security = meta.putArray("security");
                labels.forEach(label -> coding(security.addObject(), label));
            }
            return json;
        } catch (BadInput e) {
            throw new IllegalStateException("a stored " + type + " is not JSON", e);
        }
    }

    private static void coding(ObjectNode coding, Label label) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("system", label.system());
        values.put("code", label.code());
        values.put("display", label.display());
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                coding.put(name, value);
            }
        });
    }
}
