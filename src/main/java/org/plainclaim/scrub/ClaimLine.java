package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.rules.Situation;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Provider;

/**
 * A line of the claim with what the tables ask about.
 *
 * @param place its position, from 1
 * @param line as sent
 * @param date day by which rules are looked up
 * @param rendering who rendered it; null if nobody is named
 * @param credential of who rendered it; empty if it is not known
 * @param telehealth {@code in-person}, {@code audio-video} or {@code audio-only}
 * @param facts the same as facts of the tables
 * @param known as one of the lines that are compared with each other
 */
record ClaimLine(
        int place,
        Line line,
        LocalDate date,
        @Nullable Provider rendering,
        String credential,
        String telehealth,
        Situation facts,
        KnownLine known) {
    String code() {
        return line.procedure().code();
    }

    List<String> modifiers() {
        return line.procedure().modifiers();
    }

    String npi() {
        return rendering == null ? "" : rendering.npi();
    }

    boolean sameDay(KnownLine other) {
        return date.equals(other.date());
    }

    /** True if another line is of the same day and counts as of the same provider. */
    boolean beside(KnownLine other) {
        return sameDay(other) && known.provider().same(other.provider());
    }

    boolean hasModifier(Set<String> any) {
        return modifiers().stream().anyMatch(any::contains);
    }
}
