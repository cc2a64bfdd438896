package org.plainclaim.scenario;

import java.util.List;

/** The notes of scenarios. */
final class ScenarioNote {
    /** Every section a note may have. */
    static final List<String> SECTIONS = List.of(
            "presenting-problem",
            "history",
            "mental-status",
            "risk-assessment",
            "goals-addressed",
            "interventions",
            "response",
            "plan",
            "diagnosis-basis",
            "medical-necessity",
            "medical-evaluation",
            "crisis-history",
            "resources-mobilized",
            "disposition",
            "group-topic",
            "individual-contribution",
            "interactive-complexity",
            "telehealth");

    private ScenarioNote() {}
}
