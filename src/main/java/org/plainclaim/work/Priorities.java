package org.plainclaim.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Says how urgent a thing is. */
public final class Priorities {
    private static final int MOST = 999_999;
    private final Table table;

    public Priorities(RuleLibrary library) {
        this.table = library.base().table(WorkTables.PRIORITIES);
    }

    /** The priority on a day: {@code routine}, {@code urgent}, {@code asap} or {@code stat}; overdue is as today. */
    public String of(WorkItem item, LocalDate today) {
        Situation facts = Situation.of(Map.of(
                "days-left", new Fact<>(daysLeft(item.due(), today), List.of()),
                "dollars", new Fact<>(dollars(item.money()), List.of())));
        return table.first(facts, today).map(row -> row.result("priority")).orElse("routine");
    }

    private static @Nullable Integer daysLeft(@Nullable LocalDate due, LocalDate today) {
        return due == null ? null : (int) Math.max(0, Math.min(MOST, ChronoUnit.DAYS.between(today, due)));
    }

    private static @Nullable Integer dollars(@Nullable BigDecimal money) {
        return money == null
                ? null
                : money.abs()
                        .min(BigDecimal.valueOf(MOST))
                        .setScale(0, RoundingMode.DOWN)
                        .intValueExact();
    }
}
