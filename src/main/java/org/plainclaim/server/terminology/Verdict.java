package org.plainclaim.server.terminology;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeAnswer;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Validity;

/**
 * Whether a code may be used on a date, and why not.
 *
 * @param result the answer
 * @param cause why it is not simply yes, as a code; null if it is
 * @param message the same in words; null if it is simply yes
 * @param asked the code
 * @param system the system it was looked up in
 * @param answer what that says
 */
record Verdict(
        boolean result,
        @Nullable String cause,
        @Nullable String message,
        Coded asked,
        DatedCodeSystem system,
        CodeAnswer answer) {

    /**
     * Looks a code up.
     *
     * @param headings true if a heading is good enough
     */
    static Verdict of(DatedCodeSystem system, Coded asked, LocalDate date, boolean headings) throws Refused {
        CodeAnswer answer = system.look(asked.code(), date);
        refuseOtherRelease(asked, answer, date);
        boolean covered = answer.validity() != Validity.NOT_COVERED;
        CodeAnswer nearest = covered ? answer : system.nearest(asked.code(), date);
        boolean result =
                nearest.validity() == Validity.VALID || (headings && nearest.validity() == Validity.NOT_A_LEAF);
        String words = result ? null : words(system, asked, nearest);
        if (!covered) {
            String by = words == null ? "'" + asked.code() + "' may be used." : words;
            words = "Not checked: no release of " + system.label() + " at hand covers " + date + ". By the nearest, "
                    + answer.release().name() + ": " + by;
        }
        String cause = result && covered ? null : code(answer.validity());
        return new Verdict(result, cause, withLabel(words, asked, nearest), asked, system, nearest);
    }

    /** The same, but the code is not what was asked for. */
    Verdict but(String otherCause, String otherMessage) {
        return new Verdict(false, otherCause, otherMessage, asked, system, answer);
    }

    private static void refuseOtherRelease(Coded asked, CodeAnswer answer, LocalDate date) throws Refused {
        String version = asked.version();
        if (version != null && !version.equals(answer.release().name())) {
            throw Refused.unanswerable(
                    "not-found",
                    "Version '" + version + "' is not the release of " + date + ", which is '"
                            + answer.release().name()
                            + "'; leave version out, or send a date of service that it covers.");
        }
    }

    private static String words(DatedCodeSystem system, Coded asked, CodeAnswer answer) {
        String code = "'" + asked.code() + "'";
        DatedCode found = answer.code();
        if (found == null) {
            return code + " is not among the codes of " + system.label() + " at hand (release "
                    + answer.release().name() + ").";
        }
        return switch (answer.validity()) {
            case NOT_A_LEAF -> code + " is only a heading; use a longer code below it.";
            case NOT_YET -> code + " comes into use on " + found.period().from() + ".";
            default -> code + " ended on "
                    + Objects.requireNonNull(found.period().to()) + ".";
        };
    }

    private static @Nullable String withLabel(@Nullable String words, Coded asked, CodeAnswer answer) {
        DatedCode found = answer.code();
        String display = asked.display();
        if (display == null || found == null || display.equalsIgnoreCase(found.label())) {
            return words;
        }
        String label = "The display differs from the label here, which is our own and decides nothing.";
        return words == null ? label : words + " " + label;
    }

    /** As a code, such as {@code not-a-leaf}. */
    static String code(Validity validity) {
        return validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes the answer of a validation. */
    void writeTo(Answer out, LocalDate date) throws IOException {
        DatedCode found = answer.code();
        out.begin();
        out.put("result", result);
        out.put("message", "valueString", message);
        out.put("display", "valueString", found == null ? null : found.label());
        out.put("code", "valueCode", asked.code());
        out.put("system", "valueUri", system.uri());
        out.put("version", "valueString", answer.release().name());
        out.put("date", date);
        out.put("cause", "valueCode", cause);
        out.end();
    }
}
