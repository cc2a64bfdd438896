package org.plainclaim.rules;

import java.util.ArrayList;
import java.util.List;
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
            if (!cell.matches(situation.fact(cell.column()))) {
                return false;
            }
        }
        return true;
    }

    /** True if the row would match once the facts that are not documented were. */
    public boolean couldMatch(Situation situation) {
        return conditions.stream().allMatch(cell -> {
            var fact = situation.fact(cell.column());
            return !fact.known() || cell.matches(fact);
        });
    }

    /** The evidence behind the cells that decided; the given one if the row has no condition with evidence. */
    public List<Evidence> evidence(Situation situation, List<Evidence> otherwise) {
        if (conditions.isEmpty()) {
            return otherwise;
        }
        List<Evidence> found = new ArrayList<>(conditions.size() + 1);
        for (Cell cell : conditions) {
            for (Evidence evidence : situation.fact(cell.column()).evidence()) {
                if (!evidence.path().isEmpty() && !found.contains(evidence)) {
                    found.add(evidence);
                }
            }
        }
        return found.isEmpty() ? otherwise : found;
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
