package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a consent permits or denies.
 *
 * @param permits false if it denies
 * @param from first day on which it holds; null if open
 * @param to last day on which it holds; null if open
 * @param dataFrom first day of the care it is about; null if open
 * @param dataTo last day of the care it is about; null if open
 * @param recipients who may receive: references, ids of payers, or a class such as {@code payer}; empty names nobody
 * @param purposes codes of PurposeOfUse; empty names none
 * @param labels the labels it is about; empty is about everything
 * @param exceptions provisions inside it
 */
public record Provision(
        boolean permits,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo,
        Set<String> recipients,
        Set<String> purposes,
        Set<String> labels,
        List<Provision> exceptions) {
    public Provision {
        recipients = Set.copyOf(recipients);
        purposes = Set.copyOf(purposes);
        labels = Set.copyOf(labels);
        exceptions = List.copyOf(exceptions);
    }

    /** True if the day is within the time it holds for. */
    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** True if all the care was within the days it is about; without such days, it may not have begun before the consent. */
    boolean isAbout(LocalDate first, LocalDate last) {
        LocalDate begin = dataFrom == null && dataTo == null ? from : dataFrom;
        return (begin == null || !first.isBefore(begin)) && (dataTo == null || !last.isAfter(dataTo));
    }
}
