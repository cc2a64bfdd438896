package org.plainclaim.training;

import java.util.List;
import java.util.Locale;

/** What keeps a claim from leaving though nothing is missing in the note, by the tables whose rules say so. */
enum Obstacle {
    SERVICE("The service itself can not be billed, such as one that was too short.", "rules/services rules/units"),
    CLINICIAN("This clinician may not bill this service to this payer.", "rules/who-may-bill"),
    TOGETHER("Lines that may not stand together.", "edits/procedure-pairs edits/add-on-primaries"),
    LIMIT("More than the payer allows.", "edits/unit-limits edits/frequency-limits edits/national-edits"),
    LINE("A line that does not go with its place, clinician, patient or diagnosis.", "edits/lines"),
    DIAGNOSIS(
            "A diagnosis that can not be on a claim as it is, or not first.",
            "rules/diagnoses rules/diagnosis-pairs rules/diagnosis-order rules/diagnosis-additional"
                    + " rules/diagnosis-words rules/diagnosis-pointers"),
    MONTH("Other sessions that count together with this one are not all known.", "rules/accumulations"),
    CONSENT("The patient's consent does not let the claim go to this payer.", "confidentiality/findings"),
    INPUT("What was sent is not one finished session.", ""),
    UNKNOWN("Something that the rules of this payer can not answer.", "rules/unanswered");

    private final String label;
    /** Names of tables, with a space between two. */
    private final String tables;

    Obstacle(String label, String tables) {
        this.label = label;
        this.tables = tables;
    }

    Gap gap() {
        return new Gap(code(), label);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What no rule answers is about what its rule's id begins with. */
    static Obstacle of(String rule, String table) {
        if (table.equals(UNKNOWN.tables)) {
            return rule.startsWith("units-")
                    ? SERVICE
                    : rule.startsWith("df08-") ? DIAGNOSIS : rule.startsWith("may-bill-") ? CLINICIAN : UNKNOWN;
        }
        return ofTable(table);
    }

    private static Obstacle ofTable(String table) {
        for (Obstacle one : values()) {
            if (List.of(one.tables.split(" ", -1)).contains(table)) {
                return one;
            }
        }
        return UNKNOWN;
    }
}
