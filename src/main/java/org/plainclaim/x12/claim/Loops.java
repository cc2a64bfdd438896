package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.SegmentOutput;
import org.plainclaim.x12.SegmentText;

/** The loops of one claim in the making, and what is missing in them; once something is, the text is not to be used. */
final class Loops {
    /** The guide allows ten characters with the cents. */
    private static final BigDecimal MOST = new BigDecimal("99999999.99");

    private static final int NUMBER_LENGTH = 10;

    private final List<ClaimFault> faults = new ArrayList<>(0);
    private SegmentText text = new SegmentText();
    private String loop = "";
    private int line;

    /** The following segments are of this loop. */
    void loop(String name) {
        loop = name;
    }

    /** The following segments are of this service line, from 1; 0 if of none. */
    void line(int number) {
        line = number;
    }

    void segment(String id, String... elements) {
        int wrong = text.segment(id, elements);
        if (wrong > 0) {
            String name = id + (wrong < NUMBER_LENGTH ? "0" : "") + wrong;
            fault(name, "has a character that X12 does not allow, or a delimiter");
        }
    }

    void fault(String element, String message) {
        faults.add(new ClaimFault(loop, line, element, message));
    }

    List<ClaimFault> faults() {
        return faults;
    }

    /** What was written since the last time. */
    SegmentText cut() {
        SegmentText done = text.trimmed();
        text = new SegmentText();
        return done;
    }

    /** A name or other text that has to be there. */
    String name(String element, String value, int longest) {
        String folded = text(element, value, longest);
        return there(element, folded);
    }

    /** A name or other text, if there is one. */
    String text(String element, String value, int longest) {
        return fits(element, Characters.folded(value), longest);
    }

    /** A code or number that has to be there; nothing in it is replaced. */
    String code(String element, String value, int longest) {
        return there(element, fits(element, value, longest));
    }

    /** A code or number, if there is one. */
    String optional(String element, String value, int longest) {
        return fits(element, value, longest);
    }

    private String there(String element, String value) {
        if (value.isBlank()) {
            fault(element, "is missing");
        }
        return value;
    }

    private String fits(String element, String value, int longest) {
        if (value.length() > longest) {
            fault(element, "is longer than " + longest + " characters");
        }
        return value;
    }

    /** Digits, exactly so many. */
    String digits(String element, String value, int count) {
        boolean right = value.length() == count;
        for (int i = 0; right && i < count; i++) {
            right = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        if (!right) {
            fault(element, value.isEmpty() ? "is missing" : "is not " + count + " digits");
        }
        return value;
    }

    /** A national provider identifier. */
    String npi(String element, String value) {
        return digits(element, value, NUMBER_LENGTH);
    }

    /** An amount of money that has to be there. */
    String charge(String element, @Nullable BigDecimal amount) {
        if (amount == null) {
            fault(element, "is missing: no price is known");
            return "";
        }
        if (amount.signum() < 0) {
            fault(element, "is less than nothing");
        }
        return money(element, amount);
    }

    /** An amount of money, which may be less than nothing. */
    String money(String element, BigDecimal amount) {
        if (amount.abs().compareTo(MOST) > 0) {
            fault(element, "has more digits than the guide allows");
            return "";
        }
        return Money.text(amount);
    }

    /** A count, such as units. */
    String number(String element, BigDecimal number) {
        String plain = number.scale() > 3 || number.precision() > NUMBER_LENGTH ? "" : number.toPlainString();
        if (plain.isEmpty()) {
            fault(element, "has more digits than the guide allows");
        }
        return plain;
    }

    /** A date that has to be there. */
    String date(String element, @Nullable LocalDate date) {
        if (date == null) {
            fault(element, "is missing");
            return "";
        }
        return day(date);
    }

    /** One day, or the first and the last. */
    void period(String qualifier, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            fault("DTP03", "ends before it begins");
        }
        boolean one = from.equals(to);
        segment("DTP", qualifier, one ? "D8" : "RD8", one ? day(from) : day(from) + "-" + day(to));
    }

    /** A date with its meaning, if there is one. */
    void dated(String qualifier, @Nullable LocalDate date) {
        if (date != null) {
            segment("DTP", qualifier, "D8", day(date));
        }
    }

    /** A reference, if there is one. */
    void reference(String qualifier, String value) {
        if (!value.isEmpty()) {
            segment("REF", qualifier, optional("REF02", value, 50));
        }
    }

    static String day(LocalDate date) {
        int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        String text = Integer.toString(number);
        return text.length() == 8 ? text : "0".repeat(Math.max(0, 8 - text.length())) + text;
    }

    static String composite(String... parts) {
        return SegmentOutput.composite(parts);
    }
}
