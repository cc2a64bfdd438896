package org.plainclaim.rules.browse;

import java.util.List;

/**
 * A cell of a table as the values it holds.
 *
 * @param values the parts of {@code a|b|c} in the order written; one value for any other text
 */
public record ListCell(List<String> values) {
    private static final int SHORT_LIST = 3;

    public ListCell {
        values = List.copyOf(values);
    }

    public static ListCell of(String text) {
        return new ListCell(List.of(text.split("\\|")));
    }

    public ListCell without(String value) {
        return new ListCell(values.stream().filter(each -> !each.equals(value)).toList());
    }

    /** Every value of a short list; of a long one the first, or the one asked for, stands for all. */
    public String inShort(String asked) {
        if (values.size() <= SHORT_LIST) {
            return inFull();
        }
        return values.stream()
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .map(value -> value + " (one of " + values.size() + ")")
                .orElseGet(() -> values.get(0) + " or " + (values.size() - 1) + " others");
    }

    public String inFull() {
        return (values.size() > 1 ? "one of " : "") + String.join(", ", values);
    }
}
