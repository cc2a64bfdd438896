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
            List.of("indicator", "modifier", "severity", "message", "fix"));

    /** The codes that an add-on code may ride on. */
    public static final TableSchema PRIMARIES = new TableSchema(
            "edits/add-on-primaries", List.of("add-on"), List.of(), List.of("primaries", "severity", "message", "fix"));

    /** The most units of a code by one clinician on one day; {@code mai} says what more than that means. */
    public static final TableSchema UNIT_LIMITS = new TableSchema(
            "edits/unit-limits", List.of("code"), List.of(), List.of("limit", "mai", "severity", "message", "fix"));

    /** How often a code is paid in a time, counted over the history of the patient. */
    public static final TableSchema FREQUENCY_LIMITS = new TableSchema(
            "edits/frequency-limits",
            List.of("code"),
            List.of("counts"),
            List.of("limit", "window", "per", "severity", "message", "fix"));

    /** What may not be on one line. */
    public static final TableSchema LINES = new TableSchema(
                    "edits/lines",
                    List.of(
                            "code",
                            "telehealth",
                            "place-of-service",
                            "credential",
                            "complexity",
                            "age",
                            "minutes",
                            "first-diagnosis"),
                    List.of("about"),
                    List.of("severity", "message", "fix"))
            .withDetails();

    /**
     * What the edits of a loaded release mean: pairs ({@code number} is the second code, if it has digits only) and unit
     * limits by their indicator, and what is said where a release does not reach or does not have a code.
     */
    public static final TableSchema NATIONAL_EDITS = new TableSchema(
            "edits/national-edits",
            List.of("edit", "indicator", "number"),
            List.of(),
            List.of("modifier", "severity", "message", "fix"));

    /** What nobody checks yet, and why. */
    public static final TableSchema NOT_CHECKED = new TableSchema(
                    "edits/not-checked",
                    List.of(
                            "telehealth",
                            "service",
                            "supervised",
                            "history",
                            "contractor",
                            "pairs-release",
                            "units-release"),
                    List.of("about"),
                    List.of("severity", "message", "fix"))
            .withDetails();

    /** All of them. */
    public static final List<TableSchema> ALL =
            List.of(PAIRS, PRIMARIES, UNIT_LIMITS, FREQUENCY_LIMITS, LINES, NATIONAL_EDITS, NOT_CHECKED);

    private EditTables() {}
}
