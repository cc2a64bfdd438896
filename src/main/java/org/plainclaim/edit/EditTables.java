package org.plainclaim.edit;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables that say what may stand on a claim. */
public final class EditTables {
    /** Codes that may not stand together for one clinician, patient and date. */
    public static final TableSchema PAIRS = new TableSchema(
            "edits/procedure-pairs",
            List.of("column-one", "column-two"),
            List.of(),
            List.of("indicator", "severity", "message", "fix"));

    /** The codes that an add-on code may ride on. */
    public static final TableSchema PRIMARIES = new TableSchema(
            "edits/add-on-primaries", List.of("add-on"), List.of(), List.of("primaries", "severity", "message", "fix"));

    /** The most units of a code on one line. */
    public static final TableSchema UNIT_LIMITS = new TableSchema(
            "edits/unit-limits", List.of("code"), List.of(), List.of("limit", "severity", "message", "fix"));

    /** What may not be on one line. */
    public static final TableSchema LINES = new TableSchema(
            "edits/lines",
            List.of("code", "telehealth", "place-of-service", "credential", "complexity"),
            List.of("about"),
            List.of("severity", "message", "fix"));

    /** What nobody checks yet, and why. */
    public static final TableSchema NOT_CHECKED = new TableSchema(
            "edits/not-checked",
            List.of("telehealth", "service", "supervised"),
            List.of("about"),
            List.of("severity", "message", "fix"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(PAIRS, PRIMARIES, UNIT_LIMITS, LINES, NOT_CHECKED);

    private EditTables() {}
}
