package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.Edition;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.codes.NationalEdits;
import org.plainclaim.codes.ProcedurePair;
import org.plainclaim.codes.ProcedurePairs;
import org.plainclaim.codes.UnitLimit;
import org.plainclaim.codes.UnitLimits;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.ResultCells;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/**
 * What a loaded release of national edits says, as rows: what it means is a row of {@code edits/national-edits}, its
 * source is the release.
 */
final class NationalRows {
    /** The indicator of a pair that the release says does not apply. */
    static final String LIFTED = String.valueOf(ProcedurePair.NOT_APPLICABLE);

    private static final String HOLD = "hold";

    private final RuleBook book;
    private final NationalEdits edits;

    NationalRows(RuleBook book) {
        this.book = book;
        this.edits = book.codes().edits();
    }

    /** True if a release of pairs holds on a date. */
    boolean hasPairs(LocalDate date) {
        return edits.pairs(date) != null;
    }

    /**
     * The row of a pair in the release of a date; empty if there is none.
     *
     * @param shipped the row of the tables for the same pair, in whose place it stands; null without one
     */
    Optional<Row> pair(String one, String two, LocalDate date, @Nullable Row shipped) {
        Edition<ProcedurePairs> edition = edits.pairs(date);
        ProcedurePair pair = edition == null ? null : edition.content().find(one, two, date);
        if (edition == null || pair == null) {
            return Optional.empty();
        }
        int indicator = pair.period().contains(date) ? pair.indicator() : ProcedurePair.NOT_APPLICABLE;
        if (indicator == ProcedurePair.NOT_APPLICABLE && shipped == null) {
            return Optional.empty();
        }
        Situation facts = Situation.of(Map.of(
                "edit",
                fact("pair"),
                "indicator",
                fact(String.valueOf(indicator)),
                "number",
                new Fact<>(number(two), List.of())));
        Map<String, String> more = new HashMap<>(Map.of("indicator", String.valueOf(indicator)));
        return template(facts, date)
                .map(row -> new Made(row, edition.release(), pair.period(), more).instead(shipped))
                .map(made -> made.row(one + "/" + two));
    }

    /** The row of a unit limit in the release of a date; empty if there is none, or a row of the tables binds more. */
    Optional<Row> units(String code, LocalDate date, @Nullable Row shipped) {
        Edition<UnitLimits> edition = edits.units(date);
        UnitLimit limit = edition == null ? null : edition.content().find(code);
        if (edition == null || limit == null) {
            return Optional.empty();
        }
        String indicator = String.valueOf(limit.indicator());
        Situation facts = Situation.of(Map.of("edit", fact("units"), "indicator", fact(indicator)));
        Map<String, String> more = Map.of("limit", String.valueOf(limit.units()), "mai", indicator);
        return template(facts, date)
                .filter(row -> shipped == null || row.result("severity").equals(HOLD))
                .map(row -> new Made(row, edition.release(), edition.release().covers(), more).instead(shipped))
                .map(made -> made.row(code));
    }

    /** The row that says that some release is over; empty if the tables have none. */
    Optional<Row> over(String edit, LocalDate date) {
        return template(Situation.of(Map.of("edit", fact(edit))), date);
    }

    private Optional<Row> template(Situation facts, LocalDate date) {
        return book.table(EditTables.NATIONAL_EDITS).first(facts, date);
    }

    private static Fact<String> fact(String value) {
        return new Fact<>(value, List.of());
    }

    /** A code of digits only as a number, so that a row can speak of visits as a range. */
    private static @Nullable Integer number(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return null;
            }
        }
        return Integer.valueOf(code);
    }

    /**
     * A row that says what a release says.
     *
     * @param template what it means
     * @param period dates that the release gives it
     * @param more cells that only the release knows
     */
    private record Made(Row template, CodeRelease release, EffectivePeriod period, Map<String, String> more) {
        /** The release decides; that it does so instead of a row is said, and no hold becomes less. */
        Made instead(@Nullable Row shipped) {
            if (shipped == null) {
                return this;
            }
            Map<String, String> cells = new HashMap<>(more);
            cells.put(
                    "message",
                    template.result("message") + " The release decides this instead of rule " + shipped.rule() + ".");
            if (shipped.result("severity").equals(HOLD) && !LIFTED.equals(more.get("indicator"))) {
                cells.put("severity", HOLD);
            }
            return new Made(template, release, period, cells);
        }

        Row row(String about) {
            Map<String, String> cells = new HashMap<>();
            for (String column : List.of("modifier", "severity", "message", "fix")) {
                cells.put(column, template.result(column));
            }
            cells.putAll(more);
            Source said = new Source(
                    template.rule(),
                    release.source() + ", " + about,
                    period.from(),
                    period.to(),
                    java.util.Objects.requireNonNullElse(
                            release.verifiedOn(), template.source().verifiedOn()),
                    "confirmed");
            return new Row(said, period, template.conditions(), ResultCells.of(cells), template.origin());
        }
    }
}
