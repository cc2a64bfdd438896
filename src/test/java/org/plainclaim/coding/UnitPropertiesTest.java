package org.plainclaim.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Situation;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Units are defined for every minute of a day and never fall as minutes are added. */
final class UnitPropertiesTest {
    private static final int DAY = 1440;
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());

    @Property
    void everyWayOfRoundingIsTotalAndNeverFalls(
            @ForAll UnitRounding rounding,
            @ForAll @IntRange(min = 8, max = 90) int per,
            @ForAll @IntRange(max = 120) int after) {
        int before = 0;
        for (int minutes = 0; minutes <= DAY; minutes++) {
            int units = rounding.units(minutes, per, after);
            assertTrue(units >= before, rounding + " at " + minutes);
            assertTrue(rounding == UnitRounding.ONCE || units * per <= minutes + per, rounding + " at " + minutes);
            before = units;
        }
    }

    @Test
    void everyRowOfEveryPayerIsTotalAndNeverFalls() {
        int rows = 0;
        for (String payer : LIBRARY.payers()) {
            RuleBook book = LIBRARY.book(payer).orElseThrow();
            for (Row row : book.table(CodingTables.UNITS).rows()) {
                neverFalls(row, book);
                rows++;
            }
        }
        assertTrue(rows > 100, "hardly any row was tried");
    }

    private static void neverFalls(Row row, RuleBook book) {
        String counted = row.result("counted").isEmpty() ? "minutes" : row.result("counted");
        int before = 0;
        for (int count = 0; count <= DAY; count++) {
            Situation facts = Situation.of(Map.of("code", fact(row, "code"), "primary", fact(row, "primary")))
                    .with(counted, new Fact<>(count, List.of()));
            int units = new Units(book)
                    .of(facts, java.util.Objects.requireNonNullElse(row.period().to(), java.time.LocalDate.MAX))
                    .number();
            assertTrue(units >= before, row.rule() + " falls at " + count);
            before = units;
        }
    }

    private static Fact<String> fact(Row row, String column) {
        return row.conditions().stream()
                .filter(cell -> cell.column().equals(column))
                .findFirst()
                .map(cell -> new Fact<>(cell.text().split("\\|", -1)[0], List.of()))
                .orElse(new Fact<>(null, List.of()));
    }

    @Property
    void aPoolSharesOutExactlyWhatAllMinutesTogetherEarn(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 300) Integer> minutes) {
        UnitPool pool = new UnitPool(15);
        minutes.forEach(pool::add);
        int total = minutes.stream().mapToInt(Integer::intValue).sum();
        Map<Integer, Integer> shares = pool.shares();
        assertEquals(
                UnitRounding.EIGHT_MINUTES.units(total, 15, 0),
                shares.values().stream().mapToInt(Integer::intValue).sum());
        shares.forEach(
                (place, units) -> assertTrue(units >= minutes.get(place) / 15 && units <= minutes.get(place) / 15 + 1));
    }
}
