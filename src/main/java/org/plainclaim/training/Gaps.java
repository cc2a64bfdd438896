package org.plainclaim.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.documentation.Requirements;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Table;

/** Says of findings what gap they are, and which gaps there are to choose from. */
final class Gaps {
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, String> requirements = new HashMap<>();

    /** The gaps of a book on a day. */
    Gaps(RuleBook book, LocalDate day) {
        for (Map.Entry<String, Table> table : book.tables().entrySet()) {
            table.getValue().rows(day).forEach(row -> tables.put(row.rule(), table.getKey()));
        }
        for (Row row : book.table(Requirements.TABLE).rows(day)) {
            requirements.put(row.rule(), row.result("requirement"));
        }
    }

    /** A rule of the documentation by the first word of its id, any other by the kind of its table. */
    String of(Finding finding) {
        String rule = finding.rule();
        return requirements.containsKey(rule)
                ? rule.split("-", 2)[0]
                : Obstacle.of(rule, tables.getOrDefault(rule, "")).code();
    }

    /** All there is to choose from for a session: what was looked at and could hold it, and every obstacle. */
    List<Gap> choices(List<Finding> findings) {
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String requirement = requirements.get(finding.rule());
            if (requirement != null && finding.severity() == Severity.HOLD) {
                asked.computeIfAbsent(of(finding), code -> new LinkedHashSet<>())
                        .add(requirement.isEmpty() ? finding.rule() : requirement);
            }
        }
        List<Gap> choices = new ArrayList<>();
        asked.forEach((code, sentences) -> choices.add(new Gap(code, String.join(" ", sentences))));
        for (Obstacle obstacle : Obstacle.values()) {
            choices.add(obstacle.gap());
        }
        return choices;
    }
}
