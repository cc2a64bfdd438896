package org.plainclaim.work;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Says whose work a thing is, from its reason alone: no reason is without an owner. */
public final class Owners {
    /** What an id begins with that belongs to a published edit, such as {@code e07}, {@code el01} or {@code edit-e07}. */
    private static final Pattern EDIT = Pattern.compile("(?:edit-)?([a-z]{1,2}\\d\\d)(-.*)?");

    /** Rows without dates hold on any. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final Table table;
    private final Map<String, Asked> rules;

    /** The owners of everything that the rules of a library may say. */
    public Owners(RuleLibrary library) {
        this.table = library.base().table(WorkTables.OWNERS);
        Map<String, Asked> known = new HashMap<>();
        library.payers().stream()
                .map(library::book)
                .flatMap(Optional::stream)
                .flatMap(Owners::rows)
                .forEach(asked -> known.put(asked.rule(), asked));
        this.rules = Collections.unmodifiableMap(known);
    }

    /** A rule with what owners are told apart by. */
    private record Asked(String rule, String file, String requires) {}

    private static Stream<Asked> rows(RuleBook book) {
        return book.tables().values().stream().flatMap(rows -> rows.rows().stream()
                .map(row -> new Asked(row.rule(), rows.schema().file(), row.result("requires"))));
    }

    /**
     * Whose work it is.
     *
     * @param owner the role
     * @param task what kind of work it is: a code of the code system {@code work-task}
     * @param rule the row that says so
     */
    public record Assignment(Owner owner, String task, String rule) {}

    /** The assignment of a reason: the id of a rule or edit, or a kind. */
    public Assignment of(String reason) {
        Asked asked = rules.getOrDefault(reason, new Asked(reason, "", ""));
        return Stream.of(
                        row("rule", reason),
                        edit(reason).flatMap(edit -> row("edit", edit)),
                        row("requires", asked.requires()),
                        row("table", asked.file()),
                        row("anything", "none"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Owners::assignment)
                .orElseThrow(() -> new IllegalStateException("work/owners has no row for anything else"));
    }

    /** True if a row speaks of the reason, and not only of anything that no row speaks of. */
    public boolean names(String reason) {
        Row rest = row("anything", "none").orElseThrow();
        return !of(reason).rule().equals(rest.rule());
    }

    /** The reasons that rows name by themselves. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>();
        table.rows().stream()
                .filter(row -> row.conditions().stream()
                        .anyMatch(cell ->
                                cell.column().equals("by") && cell.text().equals("rule")))
                .flatMap(row -> row.conditions().stream())
                .filter(cell -> cell.column().equals("name"))
                .forEach(cell -> named.addAll(cell.oneOf()));
        return named;
    }

    private static Optional<String> edit(String reason) {
        Matcher matcher = EDIT.matcher(reason.toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(Objects.requireNonNull(matcher.group(1))) : Optional.empty();
    }

    private Optional<Row> row(String by, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Fact<String> named = new Fact<>(name, List.of());
        return table.first(Situation.of(Map.of("name", named, "by", new Fact<>(by, List.of()))), ANY_DAY);
    }

    private static Assignment assignment(Row row) {
        Owner owner = Owner.valueOf(row.result("owner").toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Assignment(owner, row.result("task"), row.rule());
    }
}
