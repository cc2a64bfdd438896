package org.plainclaim.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules by the categories that their codes begin with, so that a diagnosis meets only the few that may speak of it. */
final class ByBeginning<T> {
    private static final int CATEGORY = 3;
    private static final int LETTERS = 26;
    private static final int SIGNS = 36;

    /** By letter, then by the two signs of the category; null where no rule begins so. */
    private final List<@Nullable List<@Nullable List<T>>> byLetter =
            new ArrayList<>(Collections.nCopies(LETTERS, null));

    ByBeginning(List<T> rules, Function<T, Beginnings> codes) {
        for (T rule : rules) {
            for (String text : codes.apply(rule).texts()) {
                add(rule, text);
            }
        }
    }

    private void add(T rule, String text) {
        List<@Nullable List<T>> categories = byLetter.get(text.charAt(0) - 'A');
        if (categories == null) {
            categories = new ArrayList<>(Collections.nCopies(SIGNS * SIGNS, null));
            byLetter.set(text.charAt(0) - 'A', categories);
        }
        for (int second = first(text, 1); second < end(text, 1); second++) {
            for (int third = first(text, 2); third < end(text, 2); third++) {
                int place = second * SIGNS + third;
                List<T> known = categories.get(place);
                List<T> those = known == null ? new ArrayList<>() : known;
                if (!those.contains(rule)) {
                    those.add(rule);
                }
                categories.set(place, those);
            }
        }
    }

    /** A beginning that is shorter than a category is that of many. */
    private static int first(String text, int at) {
        return at < text.length() ? place(text.charAt(at)) : 0;
    }

    private static int end(String text, int at) {
        return at < text.length() ? place(text.charAt(at)) + 1 : SIGNS;
    }

    /** The rules one of whose beginnings may fit the code. */
    List<T> of(String code) {
        int letter = code.length() < CATEGORY ? -1 : code.charAt(0) - 'A';
        List<@Nullable List<T>> categories = letter >= 0 && letter < LETTERS ? byLetter.get(letter) : null;
        if (categories == null) {
            return List.of();
        }
        int second = place(code.charAt(1));
        int third = place(code.charAt(2));
        List<T> found = second < 0 || third < 0 ? null : categories.get(second * SIGNS + third);
        return found == null ? List.of() : found;
    }

    /** The place of a digit or letter; below 0 if it is neither. */
    private static int place(char sign) {
        if (sign >= '0' && sign <= '9') {
            return sign - '0';
        }
        return sign >= 'A' && sign <= 'Z' ? sign - 'A' + 10 : -1;
    }
}
