package org.plainclaim.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Takes two numbers for equal if their values are, as JSON Patch's test asks: 1.5 is 1.50. */
final class NumbersByValue {
    static final Comparator<JsonNode> ORDER = (left, right) -> {
        boolean numbers = left.isNumber() && right.isNumber();
        boolean same = numbers ? left.decimalValue().compareTo(right.decimalValue()) == 0 : left.equals(right);
        return same ? 0 : 1;
    };

    private NumbersByValue() {}
}
