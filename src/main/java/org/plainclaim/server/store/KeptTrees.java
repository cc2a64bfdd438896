package org.plainclaim.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.VersionStatements.Label;

/**
 * Resources that were read lately, as trees.
 *
 * <p>A version never changes, so what is kept is right on every node; which version is the current one is asked of the
 * database each time, and so are the labels. Nobody changes a tree.
 */
final class KeptTrees {
    private final long limit;
    private final Map<Key, Kept> trees = new LinkedHashMap<>(256, 0.75f, true);
    private long size;

    /** What is kept up to a limit, in characters of text; what was not asked for the longest time goes first. */
    KeptTrees(long limit) {
        this.limit = limit;
    }

    /** A version of a resource with its labels. */
    record Key(int partition, long row, long version, List<Label> labels) {
        Key {
            labels = List.copyOf(labels);
        }
    }

    private record Kept(JsonNode tree, int length) {}

    synchronized @Nullable JsonNode get(Key key) {
        Kept kept = trees.get(key);
        return kept == null ? null : kept.tree();
    }

    /** Keeps a tree, unless it alone would take much of the room. */
    synchronized void keep(Key key, JsonNode tree, int length) {
        if (length > limit / 32) {
            return;
        }
        Kept before = trees.put(key, new Kept(tree, length));
        size += length - (before == null ? 0 : before.length());
        Iterator<Kept> oldest = trees.values().iterator();
        while (size > limit && oldest.hasNext()) {
            size -= oldest.next().length();
            oldest.remove();
        }
    }
}
