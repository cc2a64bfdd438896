package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The simple types; a value that is odd in any way is a doubt, even where it might be allowed. */
final class SimpleValues {
    private static final int LONGEST = 200_000;
    private static final int DIGITS = 17;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[!-;=-~]+( [!-;=-~]+)*");
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(\\?[A-Za-z0-9._~=&-]+)?"
                    + "(#[A-Za-z0-9._-]+)?");
    private static final Pattern OID = Pattern.compile("urn:oid:[0-2](\\.(0|[1-9][0-9]*)){4,}");
    private static final Pattern UUID =
            Pattern.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern URN = Pattern.compile("urn:(iso|ietf|iso-astm):[A-Za-z0-9:.-]+");
    private static final Pattern DATE = Pattern.compile("(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final Pattern MOMENT =
            Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-5][0-9]:[0-5][0-9]"
                    + "(\\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?");

    private SimpleValues() {}

    static void check(String type, JsonNode value) {
        switch (type) {
            case "boolean" -> require(value.isBoolean(), type);
            case "integer" -> require(value.isInt(), type);
            case "positiveInt" -> require(value.isInt() && value.intValue() > 0, type);
            case "unsignedInt" -> require(value.isInt() && value.intValue() >= 0, type);
            case "decimal" -> decimal(value);
            default -> {
                require(value.isTextual() && !value.textValue().isEmpty(), type);
                text(type, value.textValue());
            }
        }
    }

    private static void text(String type, String value) {
        switch (type) {
            case "string", "markdown" -> plain(value);
            case "code" -> trust(CODE.matcher(value).matches(), type);
            case "id" -> require(ID.matcher(value).matches(), type);
            case "uri", "url", "canonical" -> trust(isAddress(value), type);
            case "date" -> day(value);
            case "dateTime" -> moment(value, true);
            case "instant" -> moment(value, false);
            case "time" -> require(TIME.matcher(value).matches(), type);
            case "base64Binary" -> base64(value);
            case "xhtml" -> Narratives.check(value);
            default -> throw Doubt.uncovered("the type " + type);
        }
    }

    static boolean isAddress(String value) {
        return ADDRESS.matcher(value).matches()
                || OID.matcher(value).matches()
                || UUID.matcher(value).matches()
                || URN.matcher(value).matches();
    }

    /** Text without anything that a validator might look at twice: markup, control characters, white space around it. */
    static void plain(String value) {
        trust(value.length() <= LONGEST, "a long text");
        trust(!Character.isWhitespace(value.charAt(0)), "white space before a text");
        trust(!Character.isWhitespace(value.charAt(value.length() - 1)), "white space after a text");
        for (int i = 0; i < value.length(); i++) {
            trust(isPlain(value.charAt(i)), "an unusual character");
        }
    }

    private static boolean isPlain(char c) {
        if (c < 0x7f) {
            return (c >= ' ' && c != '<') || c == '\n';
        }
        return (c > 0xa0 && c < 0x250 && c != 0xad) || (c >= 0x2013 && c <= 0x201e) || c == 0x2022 || c == 0x2026;
    }

    private static void decimal(JsonNode value) {
        require(value.isNumber(), "decimal");
        BigDecimal number = value.decimalValue();
        trust(number.precision() <= DIGITS && number.scale() >= 0 && number.scale() <= DIGITS, "an unusual decimal");
    }

    private static void day(String value) {
        trust(DATE.matcher(value).matches(), "an unusual date");
        String day = value + "-01-01".substring(Math.min(6, (value.length() - 4)));
        try {
            LocalDate.parse(day);
        } catch (DateTimeParseException none) {
            throw Doubt.broken("a day that is not in the calendar");
        }
    }

    private static void moment(String value, boolean orDay) {
        if (orDay && value.indexOf('T') < 0) {
            day(value);
            return;
        }
        trust(MOMENT.matcher(value).matches(), "an unusual time");
        try {
            OffsetDateTime.parse(value);
        } catch (DateTimeParseException none) {
            throw Doubt.broken("a time that is not in the calendar");
        }
    }

    private static void base64(String value) {
        trust(value.length() % 4 == 0, "base64 that is not filled up");
        try {
            Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException malformed) {
            throw Doubt.uncovered("unusual base64");
        }
    }

    private static void require(boolean good, String type) {
        if (!good) {
            throw Doubt.broken("a value that is no " + type);
        }
    }

    private static void trust(boolean good, String what) {
        if (!good) {
            throw Doubt.uncovered(what);
        }
    }
}
