package org.plainclaim.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a published file says of the dates it is for. */
final class NamedDates {
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?![0-9])");
    private static final Pattern NCCI_VERSION = Pattern.compile("v(3[0-9]|[4-9][0-9])([0-3])r[0-9]");
    private static final Pattern QUARTER = Pattern.compile("(20[0-9]{2})-?q([1-4])");
    private static final Pattern DATE = Pattern.compile("(?<![0-9])([01]?[0-9])-([0-3]?[0-9])-(20[0-9]{2})(?![0-9])");
    private static final Pattern NUCC = Pattern.compile("taxonomy[_-]([0-9]{2})([0-9])(?![0-9])");
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };

    private NamedDates() {}

    /**
     * First dates that a file fits.
     *
     * @param from the first date that fits
     * @param to the last date that fits; null if every later one does
     */
    record Fits(LocalDate from, @Nullable LocalDate to) {
        boolean has(LocalDate date) {
            return !date.isBefore(from) && (to == null || !date.isAfter(to));
        }
    }

    /** The dates that the name of a file fits; empty if it says none. */
    static Optional<Fits> of(ReleaseKind kind, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case ICD_10_CM -> fiscalYear(lower);
            case HCPCS -> monthOfYear(lower);
            case NCCI_PAIRS, NCCI_UNITS -> quarter(lower);
            case CPT -> year(lower).map(year -> new Fits(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            case TAXONOMY -> version(lower);
            case POS -> Optional.empty();
        };
    }

    private static Optional<Integer> year(String name) {
        Matcher year = YEAR.matcher(name);
        return year.find() ? Optional.of(Integer.parseInt(year.group(1))) : Optional.empty();
    }

    /** The fiscal year of a list, from October 1 of the year before; an update of April says so. */
    static Optional<Fits> fiscalYear(String name) {
        return year(name)
                .map(year -> name.contains("april") || name.contains("apr-") || name.contains("_apr")
                        ? new Fits(LocalDate.of(year, 4, 1), LocalDate.of(year, 9, 30))
                        : new Fits(LocalDate.of(year - 1, 10, 1), LocalDate.of(year, 9, 30)));
    }

    private static Optional<Fits> monthOfYear(String name) {
        Optional<Integer> year = year(name);
        for (int i = 0; i < MONTHS.length && year.isPresent(); i++) {
            if (name.matches(".*(?<![a-z])" + MONTHS[i] + "[a-z]*(?![a-z]).*")) {
                return Optional.of(quarterOf(YearMonth.of(year.get(), i + 1)));
            }
        }
        return year.map(number -> new Fits(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31)));
    }

    private static Fits quarterOf(YearMonth month) {
        LocalDate first = LocalDate.of(month.getYear(), (month.getMonthValue() - 1) / 3 * 3 + 1, 1);
        return new Fits(first, first.plusMonths(3).minusDays(1));
    }

    private static Optional<Fits> quarter(String name) {
        Matcher version = NCCI_VERSION.matcher(name);
        if (version.find()) {
            // version 32.2 is the third quarter of 2026
            int year = 1994 + Integer.parseInt(version.group(1));
            return Optional.of(quarterOf(YearMonth.of(year, Integer.parseInt(version.group(2)) * 3 + 1)));
        }
        Matcher quarter = QUARTER.matcher(name);
        if (quarter.find()) {
            return Optional.of(quarterOf(
                    YearMonth.of(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * 3 - 2)));
        }
        Matcher date = DATE.matcher(name);
        if (date.find() && Integer.parseInt(date.group(1)) <= 12 && Integer.parseInt(date.group(1)) > 0) {
            return Optional.of(
                    quarterOf(YearMonth.of(Integer.parseInt(date.group(3)), Integer.parseInt(date.group(1)))));
        }
        return Optional.empty();
    }

    /** Version 26.1 is the second of 2026; one is published some months before it takes effect. */
    private static Optional<Fits> version(String name) {
        Matcher version = NUCC.matcher(name);
        return version.find()
                ? Optional.of(new Fits(LocalDate.of(2000 + Integer.parseInt(version.group(1)), 1, 1), null))
                : Optional.empty();
    }
}
