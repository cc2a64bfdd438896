package org.plainclaim.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was worked out lately, with what it was worked out from.
 *
 * <p>A result is given again only for the very same sources: trees of the same versions, which a view of the store gives out
 * as the same objects, and rules that are the same objects. So it is right on every node, whoever changed what.
 *
 * @param <T> the result, which nobody changes
 */
public final class KeptResults<T> {
    private final Map<String, Kept<T>> results;

    /** Keeps so many results; what was not asked for the longest time goes first. */
    public KeptResults(int most) {
        this.results = Collections.synchronizedMap(new Latest<>(most));
    }

    private record Kept<T>(List<Object> sources, T result) {
        boolean from(List<?> others) {
            boolean same = sources.size() == others.size();
            for (int i = 0; same && i < sources.size(); i++) {
                same = sources.get(i) == others.get(i);
            }
            return same;
        }
    }

    private static final class Latest<T> extends LinkedHashMap<String, Kept<T>> {
        private static final long serialVersionUID = 1;
        private final int most;

        private Latest(int most) {
            super(256, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > most;
        }
    }

    /** The result of a name, if it was worked out from these sources. */
    public Optional<T> get(String name, List<?> sources) {
        return Optional.ofNullable(results.get(name))
                .filter(kept -> kept.from(sources))
                .map(Kept::result);
    }

    /** Keeps a result. */
    public void keep(String name, List<?> sources, T result) {
        results.put(name, new Kept<>(List.copyOf(sources), result));
    }

    /** The resources of a Bundle, as sources. */
    public static List<JsonNode> resources(JsonNode bundle) {
        List<JsonNode> resources = new ArrayList<>();
        bundle.path("entry").forEach(entry -> resources.add(entry.path("resource")));
        return resources;
    }
}
