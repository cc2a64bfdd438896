package org.plainclaim.server.search;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The interval that all {@code _lastUpdated} criteria of one search leave; the time of a change is one instant. */
final class LastUpdated {
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    /** Narrows the interval by one criterion such as {@code ge2026-03}. */
    void and(Criterion criterion) {
        if (!criterion.modifier().isEmpty()) {
            throw new InvalidRequestException("_lastUpdated takes no modifier; every resource has one.");
        }
        if (criterion.values().size() != 1) {
            throw new InvalidRequestException(
                    "_lastUpdated takes one value each time; repeat the parameter to narrow.");
        }
        String value = criterion.values().get(0);
        boolean prefixed = value.length() > 2 && Character.isLetter(value.charAt(0));
        narrow(prefixed ? value.substring(0, 2) : "eq", interval(prefixed ? value.substring(2) : value));
    }

    /** The interval in HAPI's form. */
    DateRangeParam range() {
        return new DateRangeParam(
                earliest == null ? null : Date.from(earliest), latest == null ? null : Date.from(latest));
    }

    private void narrow(String prefix, DateInterval searched) {
        switch (prefix) {
            case "eq" -> within(searched);
            case "ap" -> within(searched.approximately(Clock.systemUTC().instant()));
            case "gt", "sa" -> notBefore(searched.to().plusMillis(1));
            case "ge" -> notBefore(searched.from());
            case "lt", "eb" -> notAfter(searched.from().minusMillis(1));
            case "le" -> notAfter(searched.to());
            default -> throw new InvalidRequestException(
                    "_lastUpdated does not take the prefix " + prefix + "; use eq, gt, ge, lt, le, sa, eb or ap.");
        }
    }

    private void within(DateInterval interval) {
        notBefore(interval.from());
        notAfter(interval.to());
    }

    private void notBefore(Instant instant) {
        earliest = earliest == null || instant.isAfter(earliest) ? instant : earliest;
    }

    private void notAfter(Instant instant) {
        latest = latest == null || instant.isBefore(latest) ? instant : latest;
    }

    private static DateInterval interval(String text) {
        try {
            return DateInterval.of(text, ZoneId.systemDefault());
        } catch (DateTimeException malformed) {
            throw new InvalidRequestException("'" + text + "' is not a date for _lastUpdated; write one such as"
                    + " ge2026-03 or gt2026-03-31T14:05:00Z.");
        }
    }
}
