package org.plainclaim.server.profile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** When values are the same, and which comes first; a doubt where FHIRPath's answer would need more thought. */
final class Values {
    private static final Set<String> DAYS = Set.of("date", "dateTime", "instant");
    private static final int DAY = 10;

    private Values() {}

    static boolean holds(List<Item> items, Item wanted) {
        for (Item item : items) {
            if (same(item, wanted)) {
                return true;
            }
        }
        return false;
    }

    static boolean same(Item left, Item right) {
        if (left.isSimple() != right.isSimple()) {
            return false;
        }
        if (!left.isSimple()) {
            return left.node().equals(right.node());
        }
        if (left.node().isNumber() && right.node().isNumber()) {
            return left.node().decimalValue().compareTo(right.node().decimalValue()) == 0;
        }
        if (left.node().isTextual() && right.node().isTextual()) {
            boolean equal = left.node().textValue().equals(right.node().textValue());
            if (!equal && (DAYS.contains(left.type()) || DAYS.contains(right.type()))) {
                throw Doubt.uncovered("a rule asks whether two times are the same");
            }
            return equal;
        }
        if (left.node().isBoolean() && right.node().isBoolean()) {
            return left.node().booleanValue() == right.node().booleanValue();
        }
        throw Doubt.uncovered("a rule compares values of different types");
    }

    static int order(Item left, Item right) {
        if (left.node().isNumber() && right.node().isNumber()) {
            return left.node().decimalValue().compareTo(right.node().decimalValue());
        }
        if (!DAYS.contains(left.type()) || !DAYS.contains(right.type())) {
            throw Doubt.uncovered("a rule orders values other than numbers and times");
        }
        String first = left.node().asText();
        String second = right.node().asText();
        try {
            if (first.length() == DAY && second.length() == DAY) {
                return LocalDate.parse(first).compareTo(LocalDate.parse(second));
            }
            if (first.length() > DAY && second.length() > DAY && first.indexOf('.') < 0 && second.indexOf('.') < 0) {
                return OffsetDateTime.parse(first)
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(second).toInstant());
            }
        } catch (DateTimeParseException odd) {
            throw Doubt.uncovered("a rule orders times that are no times");
        }
        throw Doubt.uncovered("a rule orders times of different precision");
    }
}
