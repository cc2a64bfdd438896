package org.plainclaim.x12;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;

/** One segment with its elements as amounts, dates and texts; what can not be read is a fault. */
public final class Said {
    private static final int LONGEST_NUMBER = 18;

    private final Faults faults;
    private Said.Source source = NOTHING;
    private long position;

    private static final Source NOTHING = (element, component) -> "";

    /** The elements of the segment at hand. */
    public interface Source {
        /** A component of an element, both from 1; empty if it is not there. */
        String text(int element, int component);

        /** What stands in an element that may repeat, in order; nothing if it is not there. */
        default List<String> repetitions(int element) {
            String first = text(element, 1);
            return first.isEmpty() ? List.of() : List.of(first);
        }
    }

    /** A view that reports to the given list. */
    public Said(Faults faults) {
        this.faults = faults;
    }

    /** Looks at the next segment. */
    public void at(Source next, long segment) {
        source = next;
        position = segment;
    }

    /** Where the segment is in the file, from 1. */
    public long position() {
        return position;
    }

    /** The text of an element; empty if it is not there. */
    public String text(int element) {
        return source.text(element, 1);
    }

    /** What stands in an element that may repeat, in order. */
    public List<String> repetitions(int element) {
        return source.repetitions(element);
    }

    /** The text of a component. */
    public String text(int element, int component) {
        return source.text(element, component);
    }

    /** An amount that has to be there; no money if it is not, and a fault. */
    public BigDecimal amount(int element) {
        BigDecimal amount = optionalAmount(element);
        if (amount == null && text(element).isEmpty()) {
            wrong(element, "has to be an amount");
        }
        return amount == null ? Money.ZERO : amount;
    }

    /** An amount; null if it is not there. */
    public @Nullable BigDecimal optionalAmount(int element) {
        BigDecimal number = number(element);
        if (number == null) {
            return null;
        }
        if (number.scale() > 2 && number.stripTrailingZeros().scale() > 2) {
            wrong(element, "has a part of a cent", SyntaxError.PATTERN);
            return null;
        }
        return Money.of(number);
    }

    /** A count; null if it is not there. A number in exponential form is none: it may be longer than memory. */
    public @Nullable BigDecimal number(int element) {
        String text = text(element);
        if (text.isEmpty()) {
            return null;
        }
        if (!plain(text)) {
            wrong(element, "is no number", SyntaxError.CHARACTER);
            return null;
        }
        return new BigDecimal(text);
    }

    private static boolean plain(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0 && digits <= LONGEST_NUMBER && points <= 1;
    }

    /** A date such as 20260302; null if it is not there, or is none, which is a fault. */
    public @Nullable LocalDate date(int element) {
        return dateOf(element, text(element));
    }

    /** The date of a date or of a date with a time, such as 202603021015. */
    public @Nullable LocalDate dateOfTime(int element) {
        String text = text(element);
        return dateOf(element, text.length() == 12 ? text.substring(0, 8) : text);
    }

    /** The first or last date of a text such as 20260302-20260304; a single date is both. */
    public @Nullable LocalDate dateOfRange(int element, boolean last) {
        String text = text(element);
        int dash = text.indexOf('-');
        return dateOf(element, dash < 0 ? text : last ? text.substring(dash + 1) : text.substring(0, dash));
    }

    private @Nullable LocalDate dateOf(int element, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() == 8 && plain(text) && text.indexOf('.') < 0 && text.charAt(0) != '-') {
                int number = Integer.parseInt(text);
                return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
            }
        } catch (DateTimeException e) {
            // falls through to the fault below: the number is no day
        }
        wrong(element, "is no date", SyntaxError.DATE);
        return null;
    }

    /** A procedure in a composite; null if it is not there. */
    public @Nullable Procedure procedure(int element) {
        String code = text(element, 2);
        if (code.isEmpty()) {
            return null;
        }
        List<String> modifiers = new java.util.ArrayList<>(4);
        for (int component = 3; component <= 6; component++) {
            String modifier = text(element, component);
            if (!modifier.isEmpty()) {
                modifiers.add(modifier);
            }
        }
        return new Procedure(text(element, 1), code, modifiers);
    }

    /** A person or organization of an NM1. */
    public NamedParty party() {
        return new NamedParty(text(1), text(2), text(3), text(4), text(8), text(9));
    }

    /** Says that an element is wrong; never what stands in it. */
    public void wrong(int element, String what) {
        wrong(element, what, text(element).isEmpty() ? SyntaxError.ELEMENT_MISSING : SyntaxError.CODE_VALUE);
    }

    private void wrong(int element, String what, SyntaxError kind) {
        faults.add(new InterchangeFault(
                InterchangeFault.Level.STRUCTURE, position, "element " + element + " " + what, element, kind.code()));
    }

    /** Says that amounts of the claim do not agree. */
    public void unbalanced(String what) {
        faults.add(InterchangeFault.Level.CLAIM, position, what);
    }

    /** Says that the segment should not be here. */
    public void wrong(String what) {
        wrong(what, SyntaxError.SEGMENT_UNEXPECTED);
    }

    /** Says that the segment is wrong, or that one before it is missing. */
    public void wrong(String what, SyntaxError kind) {
        faults.add(new InterchangeFault(InterchangeFault.Level.STRUCTURE, position, what, 0, kind.code()));
    }
}
