package org.plainclaim.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Rules by the categories that their codes begin with, so that a diagnosis meets only the few that may speak of it. */
final class ByBeginning<T> {
    private static final int CATEGORY = 3;

    private final Map<String, List<T>> byCategory = new HashMap<>();
    private final Map<String, List<T>> byLetter = new HashMap<>();

    ByBeginning(List<T> rules, Function<T, Beginnings> codes) {
        TreeSet<String> keys = new TreeSet<>();
        rules.forEach(rule -> {
            for (String text : codes.apply(rule).texts()) {
                keys.add(text.substring(0, text.length() < CATEGORY ? 1 : CATEGORY));
            }
        });
        for (String key : keys) {
            List<T> found = rules.stream()
                    .filter(rule -> touches(codes.apply(rule), key))
                    .toList();
            (key.length() == CATEGORY ? byCategory : byLetter).put(key, found);
        }
    }

    /** A beginning shorter than a category goes with its letter, and with every category that is a key of its own. */
    private static boolean touches(Beginnings codes, String key) {
        for (String text : codes.texts()) {
            boolean shorter = text.length() < CATEGORY;
            if (key.startsWith(text) || (text.startsWith(key) && (shorter || key.length() == CATEGORY))) {
                return true;
            }
        }
        return false;
    }

    /** The rules one of whose beginnings may fit the code. */
    List<T> of(String code) {
        if (code.isEmpty()) {
            return List.of();
        }
        List<T> found = byCategory.get(code.substring(0, Math.min(CATEGORY, code.length())));
        return found == null ? byLetter.getOrDefault(code.substring(0, 1), List.of()) : found;
    }
}
