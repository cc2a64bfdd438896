package org.plainclaim.coding;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables that turn documented services into lines. */
public final class CodingTables {
    /** Where the patient was, as a place of service. */
    public static final TableSchema PLACE_OF_SERVICE = new TableSchema(
            "rules/place-of-service",
            List.of("encounter-class", "stated-place", "patient-place", "facility"),
            List.of(),
            List.of("place-of-service"));

    /** What was done, for how long and with whom, as a procedure code. */
    public static final TableSchema SERVICES = new TableSchema(
            "rules/services",
            List.of(
                    "service",
                    "minutes",
                    "with-evaluation",
                    "with-psychotherapy",
                    "patient",
                    "decision",
                    "patient-status",
                    "place-of-service"),
            List.of(),
            List.of("code", "because", "severity", "fix"));

    /** What may ride on a line. */
    public static final TableSchema ADD_ONS = new TableSchema(
            "rules/add-ons",
            List.of("primary", "minutes", "factor"),
            List.of("code"),
            List.of("first-unit-at", "next-unit-every", "because"));

    /** Modifiers, lowest position first. */
    public static final TableSchema MODIFIERS = new TableSchema(
            "rules/modifiers",
            List.of("code", "telehealth", "place-of-service", "credential"),
            List.of("modifier"),
            List.of("position", "because"));

    /** Which credential may bill which code. */
    public static final TableSchema WHO_MAY_BILL = new TableSchema(
            "rules/who-may-bill",
            List.of("code", "credential", "supervised"),
            List.of(),
            List.of("allowed", "message", "fix"));

    /** What is said of a diagnosis. */
    public static final TableSchema DIAGNOSES = new TableSchema(
            "rules/diagnoses",
            List.of("shape", "category", "verification", "position"),
            List.of("rule-of"),
            List.of("severity", "use", "message", "fix"));

    /** What is said when no row of another table decides. */
    public static final TableSchema UNANSWERED =
            new TableSchema("rules/unanswered", List.of("question"), List.of(), List.of("severity", "message", "fix"));

    /** Labels of procedure codes in our own words. */
    public static final TableSchema PROCEDURE_CODES =
            new TableSchema("codes/procedure-codes", List.of("code"), List.of(), List.of("label"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(
            PLACE_OF_SERVICE, SERVICES, ADD_ONS, MODIFIERS, WHO_MAY_BILL, DIAGNOSES, UNANSWERED, PROCEDURE_CODES);

    private CodingTables() {}
}
