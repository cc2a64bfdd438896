package org.plainclaim.documentation;

import java.util.List;
import java.util.Set;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.TableSchema;

/**
 * A fact of a service that only some services have: declared by a row, so that a rule may ask for it without Java.
 *
 * @param name name of the fact, which is also the name of the column in tables
 * @param type {@code code}, {@code count} (a whole number), {@code flag} ({@code yes} or {@code no}) or {@code date}
 * @param values the values of a code or flag; empty for a count or date
 */
public record ServiceDetail(String name, String type, Set<String> values) {
    /** The declared details. */
    public static final TableSchema TABLE =
            new TableSchema("codes/service-details", List.of("detail"), List.of(), List.of("type", "values", "label"));

    private static final Set<String> FLAG = Set.of("yes", "no");

    public ServiceDetail {
        values = Set.copyOf(values);
    }

    /** The detail that a row declares. */
    public static ServiceDetail of(Row row) {
        String name =
                row.conditions().stream().findFirst().map(cell -> cell.text()).orElse(row.rule());
        return of(name, row.result("type"), row.result("values"));
    }

    /** A detail as it is written in its table, its values joined by {@code |}. */
    public static ServiceDetail of(String name, String type, String values) {
        if (type.equals("flag")) {
            return new ServiceDetail(name, type, FLAG);
        }
        return new ServiceDetail(name, type, values.isEmpty() ? Set.of() : Set.of(values.split("\\|", -1)));
    }
}
