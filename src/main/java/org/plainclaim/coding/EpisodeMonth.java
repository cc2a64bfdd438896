package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** Whether a month of care management is the first of its episode or a later one. */
final class EpisodeMonth {
    private final PatientHistory history;
    private final Set<String> codes;

    EpisodeMonth(PatientHistory history, Set<String> codes) {
        this.history = history;
        this.codes = Set.copyOf(codes);
    }

    /** {@code first} or {@code later}; unknown if the history does not reach back that many months. */
    Fact<String> of(DocumentedService service, LocalDate date, int months) {
        LocalDate month = date.withDayOfMonth(1);
        LocalDate since = month.minusMonths(months);
        for (SessionDocumentation other : history.sessions()) {
            for (DocumentedService earlier : other.services()) {
                if (within(other.time().dateOfService(), since, month)
                        && earlier.kind().is(service.kind().orElse(""))) {
                    return new Fact<>("later", both(service, earlier.kind().evidence()));
                }
            }
        }
        for (PatientHistory.PastLine line : history.lines()) {
            boolean before = !line.date().isBefore(since) && line.date().isBefore(month);
            if (before && codes.contains(line.code().orElse(""))) {
                return new Fact<>("later", both(service, line.evidence()));
            }
        }
        return new Fact<>(
                history.covers(since, month) ? "first" : null, service.kind().evidence());
    }

    private static boolean within(Fact<LocalDate> date, LocalDate since, LocalDate month) {
        LocalDate day = date.value();
        return day != null && !day.isBefore(since) && day.isBefore(month);
    }

    private static List<Evidence> both(DocumentedService service, List<Evidence> other) {
        return java.util.stream.Stream.concat(service.kind().evidence().stream(), other.stream())
                .toList();
    }
}
