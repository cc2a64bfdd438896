package org.plainclaim.server.desk.lesson;

import java.util.Set;

/**
 * A category of cases; a practice may write cases of categories of its own.
 *
 * @param code as the cases say it
 */
public record Category(String code) {
    /** Those that ship have words of their own. */
    private static final Set<String> SHIPPED = Set.of(
            "care-month",
            "complexity",
            "confidentiality",
            "crisis",
            "diagnoses",
            "documentation",
            "evaluation",
            "evaluation-and-management",
            "family",
            "group",
            "health-behavior",
            "opioid-treatment",
            "payers",
            "program",
            "psychotherapy",
            "supervision",
            "telehealth",
            "testing");

    /** The key of its words, which may need {@link #plain()}. */
    public String key() {
        return "lesson.category." + (SHIPPED.contains(code) ? code : "own");
    }

    /** The code as words. */
    public String plain() {
        return code.replace('-', ' ');
    }
}
