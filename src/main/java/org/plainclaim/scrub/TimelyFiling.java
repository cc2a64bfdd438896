package org.plainclaim.scrub;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.submission.Submission;

/** The last day on which a payer may receive a claim. */
public final class TimelyFiling {
    private static final String ORIGINAL = "original";
    private static final String CORRECTED = "corrected";
    private static final String CEILING = "ceiling";

    private TimelyFiling() {}

    /**
     * How much time is left.
     *
     * @param lastDay last day of receipt; null if no rule of the payer is at hand
     * @param daysLeft days from the day of receipt to the last day, negative if it is over; null with {@code lastDay}
     * @param ceiling true if the payer may want it sooner than that
     * @param warns true if little time is left
     * @param rule the row that says so; null if none does
     */
    public record Clock(
            @Nullable LocalDate lastDay, @Nullable Long daysLeft, boolean ceiling, boolean warns, @Nullable Row rule) {
        /** No rule is at hand. */
        static final Clock UNKNOWN = new Clock(null, null, false, false, null);

        /** True if it is too late. */
        boolean late() {
            return daysLeft != null && daysLeft < 0;
        }
    }

    /** The last day on which the payer may receive the claim; empty if no rule of the payer is at hand. */
    public static Optional<LocalDate> lastDay(Submission claim, RuleBook book) {
        LocalDate start = start(claim);
        return start == null ? Optional.empty() : row(claim, start, book).map(row -> end(start, row.result("limit")));
    }

    /** The same of a service on a day that is on no claim yet. */
    public static Optional<LocalDate> lastDay(LocalDate service, RuleBook book) {
        return book.table(ScrubTables.FILING).named(ORIGINAL, service).map(row -> end(service, row.result("limit")));
    }

    static Clock clock(Submission claim, LocalDate received, RuleBook book) {
        LocalDate start = start(claim);
        Row row = start == null ? null : row(claim, start, book).orElse(null);
        if (start == null || row == null) {
            return Clock.UNKNOWN;
        }
        LocalDate end = end(start, row.result("limit"));
        long left = ChronoUnit.DAYS.between(received, end);
        boolean warns = left <= Integer.parseInt(row.result("warn-days"));
        return new Clock(end, left, row.result("bound").equals(CEILING), warns, row);
    }

    /** The day of discharge, or the last date of service. */
    private static @Nullable LocalDate start(Submission claim) {
        LocalDate discharged = claim.stay().discharged();
        LocalDate start = discharged == null ? claim.to() : discharged;
        return start == null ? null : ClaimLines.within(start);
    }

    private static Optional<Row> row(Submission claim, LocalDate start, RuleBook book) {
        String kind = claim.heading().frequency().needsOriginal() ? CORRECTED : ORIGINAL;
        return book.table(ScrubTables.FILING).named(kind, start);
    }

    /** {@code 12-months} or {@code 90-days} after a day. */
    private static LocalDate end(LocalDate start, String limit) {
        int dash = limit.indexOf('-');
        int number = Integer.parseInt(limit.substring(0, dash));
        return limit.endsWith("months") ? start.plusMonths(number) : start.plusDays(number);
    }
}
