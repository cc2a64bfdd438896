package org.plainclaim.server.search;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Map;

/** How much one search may ask for; the cost of a query grows with the square of its criteria. */
final class SearchLimits {
    private static final int MOST_REPEATS = 20;
    private static final int MOST_CRITERIA = 40;
    private static final int MOST_VALUES = 300;
    private static final int LONGEST_VALUE = 768;

    private SearchLimits() {}

    /** Refuses a search that goes beyond a limit, before anything else looks at it. */
    static void check(Map<String, String[]> parameters) {
        int criteria = 0;
        int values = 0;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (ShapingCheck.isShaping(name.replaceFirst(":.*", ""))) {
                continue;
            }
            require(parameter.getValue().length <= MOST_REPEATS, "A parameter may be repeated", MOST_REPEATS, "times");
            require(name.length() <= LONGEST_VALUE, "The name of a parameter may have", LONGEST_VALUE, "characters");
            criteria += parameter.getValue().length;
            for (String value : parameter.getValue()) {
                values += values(value);
            }
        }
        require(criteria <= MOST_CRITERIA, "A search may have", MOST_CRITERIA, "parameters in all");
        require(values <= MOST_VALUES, "A search may have", MOST_VALUES, "values in all");
    }

    private static int values(String sent) {
        int count = 1;
        int start = 0;
        for (int comma = sent.indexOf(','); comma >= 0; comma = sent.indexOf(',', start)) {
            requireShort(comma - start);
            start = comma + 1;
            count++;
        }
        requireShort(sent.length() - start);
        return count;
    }

    private static void requireShort(int length) {
        require(length <= LONGEST_VALUE, "A value may have", LONGEST_VALUE, "characters");
    }

    private static void require(boolean within, String what, int limit, String unit) {
        if (!within) {
            throw new InvalidRequestException(
                    what + " at most " + limit + " " + unit + "; split the search into several.");
        }
    }
}
