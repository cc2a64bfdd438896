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
                            "place-of-service",
                            "telehealth",
                            "credential",
                            "age",
                            "group-size",
                            "sessions",
                            "episode-month"),
                    List.of(),
                    List.of("code", "because", "severity", "fix"))
            .withDetails();

    /** Services that add up over several sessions, and which of these bills them. */
    public static final TableSchema ACCUMULATIONS = new TableSchema(
                    "rules/accumulations",
                    List.of("service", "patient"),
                    List.of(),
                    List.of(
                            "window",
                            "cycle",
                            "across",
                            "pool",
                            "dated",
                            "new-after",
                            "new-codes",
                            "if-unknown",
                            "message",
                            "fix"))
            .withDetails();

    /** What may ride on a line. */
    public static final TableSchema ADD_ONS = new TableSchema(
                    "rules/add-ons",
                    List.of(
                            "primary",
                            "minutes",
                            "factor",
                            "telehealth",
                            "credential",
                            "decision",
                            "with-psychotherapy"),
                    List.of("code"),
                    List.of("because"))
            .withDetails();

    /** How what was counted becomes units; a code without a row has one unit. */
    public static final TableSchema UNITS = new TableSchema(
            "rules/units",
            List.of("code", "primary"),
            List.of(),
            List.of("counted", "rounding", "per", "after", "most"));

    /** Modifiers, lowest position first. */
    public static final TableSchema MODIFIERS = new TableSchema(
                    "rules/modifiers",
                    List.of(
                            "code",
                            "telehealth",
                            "place-of-service",
                            "credential",
                            "supervised",
                            "supervisor",
                            "patient",
                            "group-size",
                            "age",
                            "facility",
                            "contractor",
                            "funder"),
                    List.of("modifier"),
                    List.of("position", "because"))
            .withDetails();

    /** Which credential may bill which code, and under whose number. */
    public static final TableSchema WHO_MAY_BILL = new TableSchema(
                    "rules/who-may-bill",
                    List.of("code", "credential", "supervised", "supervisor", "place-of-service"),
                    List.of(),
                    List.of("allowed", "bill-as", "message", "fix"))
            .withDetails();

    /** The form of the claim that a service goes on; without a row it is the professional one. */
    public static final TableSchema CLAIM_FORMS = new TableSchema(
                    "rules/claim-forms",
                    List.of("program", "service", "facility", "code", "credential"),
                    List.of(),
                    List.of("form", "type-of-bill", "condition-code"))
            .withDetails();

    /** Revenue codes of lines on an institutional claim. */
    public static final TableSchema REVENUE_CODES = new TableSchema(
                    "rules/revenue-codes",
                    List.of("code", "service", "facility", "credential"),
                    List.of(),
                    List.of("revenue-code"))
            .withDetails();

    /** What is said of the code that the EHR itself proposes. */
    public static final TableSchema PROPOSED_CODES = new TableSchema(
            "rules/proposed-codes", List.of("comparison"), List.of(), List.of("severity", "message", "fix"));

    /** What is said when no row of another table decides. */
    public static final TableSchema UNANSWERED =
            new TableSchema("rules/unanswered", List.of("question"), List.of(), List.of("severity", "message", "fix"));

    /** Labels of procedure codes in our own words; codes of one family are ordered by their level. */
    public static final TableSchema PROCEDURE_CODES =
            new TableSchema("codes/procedure-codes", List.of("code"), List.of(), List.of("label", "family", "level"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(
            PLACE_OF_SERVICE,
            SERVICES,
            ACCUMULATIONS,
            ADD_ONS,
            UNITS,
            MODIFIERS,
            WHO_MAY_BILL,
            CLAIM_FORMS,
            REVENUE_CODES,
            PROPOSED_CODES,
            UNANSWERED,
            PROCEDURE_CODES);

    private CodingTables() {}
}
