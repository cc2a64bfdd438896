package org.plainclaim.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** The form that R4 gives the values of its simple types, where HAPI takes more. */
final class PrimitiveShape {
    private static final String YEAR = "[0-9]{4}";
    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String DAY = "(0[1-9]|[12][0-9]|3[01])";
    private static final String TIME =
            "T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)";
    private static final Map<String, Pattern> FORMS = Map.of(
            "date", Pattern.compile(YEAR + "(-" + MONTH + "(-" + DAY + ")?)?"),
            "dateTime", Pattern.compile(YEAR + "(-" + MONTH + "(-" + DAY + "(" + TIME + ")?)?)?"),
            "instant", Pattern.compile(YEAR + "-" + MONTH + "-" + DAY + TIME));
    private static final Map<String, String> RULES = Map.of(
            "date", "is a date: write it as 2024, 2024-05 or 2024-05-31, without a time",
            "dateTime",
                    "is a dateTime: with a time it needs seconds and a time zone, such as 2024-05-31T09:00:00-05:00",
            "instant", "is an instant: it needs date, seconds and a time zone, such as 2024-05-31T09:00:00-05:00");

    private PrimitiveShape() {}

    static void check(String type, JsonNode value, String path) {
        switch (type) {
            case "boolean" -> require(value.isBoolean(), path, "must be true or false, without quotation marks");
            case "decimal" -> require(value.isNumber(), path, "must be a number, without quotation marks");
            case "integer" -> require(
                    value.isIntegralNumber(), path, "must be a whole number, without quotation marks");
            case "positiveInt" -> require(atLeast(value, 1), path, "must be a whole number from 1");
            case "unsignedInt" -> require(atLeast(value, 0), path, "must be a whole number from 0");
            default -> text(type, value, path);
        }
    }

    private static boolean atLeast(JsonNode value, int least) {
        return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= least;
    }

    private static void text(String type, JsonNode value, String path) {
        require(value.isTextual(), path, "must be text in quotation marks");
        Pattern form = FORMS.get(type);
        if (form != null) {
            require(form.matcher(value.textValue()).matches(), path, RULES.getOrDefault(type, ""));
        }
    }

    private static void require(boolean good, String path, String rule) {
        if (!good) {
            throw JsonShape.bad(path, rule);
        }
    }
}
