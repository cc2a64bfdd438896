package org.plainclaim.work;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** Where it stands whose work a thing is, and how urgent. */
public final class WorkTables {
    /**
     * Whose work a thing is, by its reason. {@code by} says what {@code name} is: {@code rule} the reason itself, {@code
     * edit} the edit that an id begins with, {@code requires} what a documentation rule requires, {@code table} the table
     * of the rule, {@code anything} what none of these names; the first of them that has a row decides.
     */
    public static final TableSchema OWNERS =
            new TableSchema("work/owners", List.of("name", "by"), List.of(), List.of("owner", "task"));

    /** How urgent a thing is, by the days that are left and the whole dollars that depend on it. */
    public static final TableSchema PRIORITIES =
            new TableSchema("work/priorities", List.of("days-left", "dollars"), List.of(), List.of("priority"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(OWNERS, PRIORITIES);

    private WorkTables() {}
}
