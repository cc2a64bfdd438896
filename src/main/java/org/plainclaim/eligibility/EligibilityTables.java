package org.plainclaim.eligibility;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables about eligibility. */
public final class EligibilityTables {
    /** What the state that a check finds means: verdict, severity and words. */
    public static final TableSchema CHECKS = new TableSchema(
            "rules/eligibility-checks",
            List.of("check", "state"),
            List.of(),
            List.of("verdict", "severity", "days", "message", "fix"));

    /** What to do when a payer does not answer. */
    public static final TableSchema REJECTS = new TableSchema(
            "rules/eligibility-rejects", List.of("reject"), List.of(), List.of("next", "message", "fix"));

    /** Which service types are asked about, by level of care, and which of them speak for a service. */
    public static final TableSchema REQUESTS = new TableSchema(
            "rules/eligibility-requests",
            List.of("level-of-care"),
            List.of("service-type"),
            List.of("place", "speaks"));

    /** Service types that a claim is about in particular, by what it says of the service. */
    public static final TableSchema SERVICES =
            new TableSchema("rules/eligibility-services", List.of("says", "code"), List.of(), List.of("service-type"));

    /** Which of two coverages pays first. */
    public static final TableSchema ORDER = new TableSchema(
            "rules/payer-order",
            List.of(
                    "filing",
                    "other-filing",
                    "patient",
                    "other-patient",
                    "child",
                    "birthday",
                    "court-order",
                    "other-court-order",
                    "employment",
                    "other-employment",
                    "cobra",
                    "other-cobra",
                    "secondary-because",
                    "other-secondary-because",
                    "longer"),
            List.of("step"),
            List.of("message"));

    /** What a difference between two answers means for a session. */
    public static final TableSchema CHANGES = new TableSchema(
            "rules/eligibility-changes", List.of("change"), List.of(), List.of("severity", "message", "fix"));

    public static final List<TableSchema> ALL = List.of(CHECKS, REJECTS, REQUESTS, SERVICES, ORDER, CHANGES);

    private EligibilityTables() {}
}
