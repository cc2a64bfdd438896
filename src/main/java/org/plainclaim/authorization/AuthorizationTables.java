package org.plainclaim.authorization;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables about prior authorization. */
public final class AuthorizationTables {
    /** What the review action of an answer means (HCR01 of a 278). */
    public static final TableSchema REVIEW_ACTIONS =
            new TableSchema("authorization/review-actions", List.of("code"), List.of(), List.of("decision"));

    /**
     * When somebody is warned: {@code units-low} from this percentage of the approved units on, {@code ends-soon} so many
     * days before the last day, {@code units-used-up} and {@code ended} have no threshold.
     */
    public static final TableSchema WARNINGS = new TableSchema(
            "authorization/warnings",
            List.of("warning"),
            List.of(),
            List.of("threshold", "severity", "message", "fix"));

    /** What a request says of a procedure code, where it does not say so itself; {@code none} is any other code. */
    public static final TableSchema REQUEST_ITEMS = new TableSchema(
            "authorization/request-items",
            List.of("code"),
            List.of(),
            List.of("request-type", "certification-type", "service-type"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(REVIEW_ACTIONS, WARNINGS, REQUEST_ITEMS);

    private AuthorizationTables() {}
}
