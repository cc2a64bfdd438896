package org.plainclaim.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainclaim.coding.ServiceLine;

/**
 * A service line as people write it: {@code 90834-95 x1 @10 ->1,2}, with {@code /0905} behind it for a revenue code.
 *
 * @param code procedure code
 * @param modifiers in their order
 * @param units how often
 * @param placeOfService two digits; empty if not said
 * @param pointers positions of its diagnoses, from 1
 * @param revenueCode four digits; empty on a professional claim
 */
public record AnswerLine(
        String code,
        List<String> modifiers,
        int units,
        String placeOfService,
        List<Integer> pointers,
        String revenueCode) {
    private static final Pattern WRITTEN = Pattern.compile("([A-Z0-9]{5})((?:-[A-Z0-9]{2})*)(?: +[xX](\\d{1,4}))?"
            + "(?: +@(\\d{2}))?(?: +-> ?(\\d{1,2}(?:,\\d{1,2})*))?(?: +/(\\d{4}))?");

    /** How a line is written, for those who got it wrong. */
    public static final String FORM =
            "Write a line as 90834-95 x1 @10 ->1,2: code, modifiers, units, place, diagnoses.";

    public AnswerLine {
        modifiers = List.copyOf(modifiers);
        pointers = List.copyOf(pointers);
    }

    /** A line as it is written; empty if it is none. Units left out are one. */
    public static Optional<AnswerLine> parse(String text) {
        Matcher parts = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<String> modifiers = new ArrayList<>();
        for (String modifier : parts.group(2).split("-", -1)) {
            if (!modifier.isEmpty()) {
                modifiers.add(modifier);
            }
        }
        List<Integer> pointers = new ArrayList<>();
        if (parts.group(5) != null) {
            for (String pointer : parts.group(5).split(",", -1)) {
                pointers.add(Integer.valueOf(pointer));
            }
        }
        return Optional.of(new AnswerLine(
                parts.group(1),
                modifiers,
                parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3)),
                orEmpty(parts.group(4)),
                pointers,
                orEmpty(parts.group(6))));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** A derived line that points to other positions; on an institutional claim no line points. */
    static AnswerLine of(ServiceLine line, List<Integer> pointers) {
        return new AnswerLine(
                line.code().code(),
                line.modifiers(),
                line.units(),
                line.placeOfService(),
                line.revenueCode().isEmpty() ? pointers : List.of(),
                line.revenueCode());
    }

    /** The modifiers as written behind the code. */
    String modifierText() {
        return String.join("-", modifiers);
    }

    String pointerText() {
        return String.join(",", pointers.stream().map(String::valueOf).toList());
    }

    /** As written; what {@link #parse} reads. */
    @Override
    public String toString() {
        return code + (modifiers.isEmpty() ? "" : "-" + modifierText()) + " x" + units
                + (placeOfService.isEmpty() ? "" : " @" + placeOfService)
                + (pointers.isEmpty() ? "" : " ->" + pointerText())
                + (revenueCode.isEmpty() ? "" : " /" + revenueCode);
    }
}
