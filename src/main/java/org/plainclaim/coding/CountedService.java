package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;

/**
 * A service to be coded: one documented service, or several of one kind that are billed as one.
 *
 * @param service the service itself, the last one of several
 * @param facts its situation; the minutes and counts are those of all together
 * @param date date of service of its line
 * @param sum how it was added up; null for a service that stands alone
 */
record CountedService(DocumentedService service, Situation facts, LocalDate date, @Nullable Sum sum) {

    static CountedService alone(DocumentedService service, Situation facts, LocalDate date) {
        return new CountedService(service, facts, date, null);
    }

    /**
     * Several services as one.
     *
     * @param rule the row that says that they add up
     * @param pool name of the pool whose minutes are shared out together; empty if there is none
     * @param evidence what was counted
     * @param sessions how many services were counted
     */
    record Sum(Row rule, String pool, List<Evidence> evidence, int sessions) {
        Sum {
            evidence = List.copyOf(evidence);
        }
    }

    /** Minutes that count; 0 if none are documented. */
    int minutes() {
        Fact<?> minutes = facts.fact("minutes");
        return minutes.value() instanceof Integer count ? count : 0;
    }
}
