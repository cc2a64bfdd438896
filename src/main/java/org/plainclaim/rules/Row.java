package org.plainclaim.rules;

import java.util.List;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Source;

/**
 * One rule: if every condition holds on a date inside the period, the results hold.
 *
 * @param source id, citation and dates
 * @param period the dates of service it holds for
 * @param conditions the non-empty condition cells
 * @param results result cells by column; an empty one is the empty string
 * @param origin file and line it was read from
 */
public record Row(Source source, EffectivePeriod period, List<Cell> conditions, ResultCells results, String origin) {
    public Row {
        conditions = List.copyOf(conditions);
    }

    public String rule() {
        return source.rule();
    }

    /** A result cell; empty if the row leaves it open. */
    public String result(String column) {
        return results.of(column);
    }

    /** A result cell in which every {@code {column}} is replaced by the value of that fact. */
    public String filled(String column, Situation situation) {
        return results.filled(column, situation);
    }

    public boolean matches(Situation situation) {
        for (int i = 0; i < conditions.size(); i++) {
            Cell cell = conditions.get(i);
            if (!cell.matches(cell.in(situation))) {
                return false;
            }
        }
        return true;
    }

    /** True if the row would match once the facts that are not documented were. */
    public boolean couldMatch(Situation situation) {
        return conditions.stream().allMatch(cell -> {
            var fact = cell.in(situation);
            return !fact.known() || cell.matches(fact);
        });
    }

    /** The evidence behind the cells that decided; the given one if the row has no condition with evidence. */
    public List<Evidence> evidence(Situation situation, List<Evidence> otherwise) {
        List<Evidence> found = List.of();
        for (int i = 0; i < conditions.size(); i++) {
            found = joined(found, conditions.get(i).in(situation).evidence());
        }
        return found.isEmpty() ? otherwise : found;
    }

    /** Most rows have one fact with evidence, and many have the same: nothing is copied then. */
    private static List<Evidence> joined(List<Evidence> found, List<Evidence> more) {
        if (found.isEmpty() && more.size() == 1 && !more.get(0).path().isEmpty()) {
            return more;
        }
        List<Evidence> all = found;
        for (int i = 0; i < more.size(); i++) {
            Evidence evidence = more.get(i);
            if (!evidence.path().isEmpty() && !all.contains(evidence)) {
                all = and(all, evidence);
            }
        }
        return all;
    }

    /** Lists of one and two can not be changed, so that nobody has to copy them; a longer one is a copy of them. */
    private static List<Evidence> and(List<Evidence> some, Evidence more) {
        return switch (some.size()) {
            case 0 -> List.of(more);
            case 1 -> List.of(some.get(0), more);
            default -> longer(some, more);
        };
    }

    private static List<Evidence> longer(List<Evidence> some, Evidence more) {
        Evidence[] all = some.toArray(new Evidence[some.size() + 1]);
        all[some.size()] = more;
        return List.of(all);
    }

    public Reason reason(Situation situation, String result, List<Evidence> otherwise) {
        return new Reason(source, result, evidence(situation, otherwise));
    }

    /** True if some situation on some date satisfies both rows. */
    public boolean overlaps(Row other) {
        if (!period.overlaps(other.period)) {
            return false;
        }
        for (Cell cell : conditions) {
            for (Cell theirs : other.conditions) {
                if (theirs.column().equals(cell.column()) && theirs.excludes(cell)) {
                    return false;
                }
            }
        }
        return true;
    }
}
