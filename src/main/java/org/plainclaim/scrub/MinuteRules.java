package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.UnitRounding;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** What the tables of coding say of the minutes of a code, turned round: from the code to its minutes. */
final class MinuteRules {
    private static final int DAY = 1440;

    private final Map<String, List<Row>> byCode = new HashMap<>();
    private final Set<String> untimed = new HashSet<>();
    private final RuleBook book;

    MinuteRules(RuleBook book) {
        this.book = book;
        List<Row> rows = new ArrayList<>(book.table(CodingTables.SERVICES).rows());
        rows.addAll(book.table(CodingTables.ADD_ONS).rows());
        for (Row row : rows) {
            String code = row.result("code");
            byCode.computeIfAbsent(code, made -> new ArrayList<>()).add(row);
            if (minutes(row).isEmpty()) {
                untimed.add(code);
            }
        }
    }

    private static Optional<Cell> minutes(Row row) {
        return row.conditions().stream()
                .filter(cell -> cell.column().equals("minutes") && cell.isRange())
                .findFirst();
    }

    /** True if every way to the code goes by minutes. */
    boolean banded(String code) {
        return byCode.containsKey(code) && !untimed.contains(code);
    }

    /** True if the code goes by minutes, in bands or in units. */
    boolean timed(String code, LocalDate date) {
        return banded(code) || rounding(code, date).isPresent();
    }

    /** True if some way to the code, on the date, is open to so many minutes, or they make a unit of it. */
    boolean fit(String code, int minutes, LocalDate date) {
        boolean earns = rounding(code, date).map(row -> units(row, minutes) > 0).orElse(true);
        return earns && (!banded(code) || inBand(code, minutes, date));
    }

    private boolean inBand(String code, int minutes, LocalDate date) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(row -> row.period().contains(date))
                .anyMatch(row -> minutes(row)
                        .map(cell -> cell.from() <= minutes && minutes <= cell.to())
                        .orElse(true));
    }

    /** True if so few minutes do not reach the band of any way to the code, nor of a code below it. */
    boolean belowAll(String code, int minutes, LocalDate date) {
        Set<String> services = new HashSet<>();
        for (Row row : byCode.getOrDefault(code, List.of())) {
            services.addAll(service(row));
        }
        return byCode.entrySet().stream()
                .filter(other -> !other.getKey().isEmpty() && !untimed.contains(other.getKey()))
                .flatMap(other -> other.getValue().stream())
                .filter(row -> row.period().contains(date) && !Collections.disjoint(service(row), services))
                .noneMatch(
                        row -> minutes(row).map(cell -> cell.from() <= minutes).orElse(true));
    }

    private static Set<String> service(Row row) {
        return row.conditions().stream()
                .filter(cell -> cell.column().equals("service"))
                .findFirst()
                .map(Cell::oneOf)
                .orElse(Set.of());
    }

    /** The bands in words. */
    String bands(String code, LocalDate date) {
        if (!banded(code)) {
            int from = 0;
            while (from < DAY && !fit(code, from, date)) {
                from++;
            }
            return from + "..";
        }
        return String.join(
                " or ",
                byCode.getOrDefault(code, List.of()).stream()
                        .filter(row -> row.period().contains(date))
                        .flatMap(row -> minutes(row).stream())
                        .map(Cell::text)
                        .distinct()
                        .toList());
    }

    /** The row that makes units out of minutes; empty if the code has one unit, or something else is counted. */
    Optional<Row> rounding(String code, LocalDate date) {
        Situation facts = Situation.of(Map.of("code", new Fact<>(code, List.of())));
        return book.table(CodingTables.UNITS).first(facts, date).filter(row -> row.result("counted")
                .isEmpty());
    }

    /** The units that so many minutes make. */
    static int units(Row row, int minutes) {
        int after = row.result("after").isEmpty() ? 0 : Integer.parseInt(row.result("after"));
        int units =
                UnitRounding.named(row.result("rounding")).units(minutes, Integer.parseInt(row.result("per")), after);
        String most = row.result("most");
        return most.isEmpty() ? units : Math.min(units, Integer.parseInt(most));
    }
}
