package org.plainclaim.scrub;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables that say what is looked at before a claim leaves, and what payers answer to what is wrong. */
public final class ScrubTables {
    /**
     * One row for each edit: what it looks at, whose work it is, and the likely answer of a payer. {@code answers} are
     * claim adjustment reason codes, with their remark code behind a colon; {@code status} are claim status codes of a 277CA.
     */
    public static final TableSchema EDITS = new TableSchema(
            "edits/scrub",
            List.of("edit"),
            List.of(),
            List.of("about", "element", "owner", "severity", "group", "answers", "status", "checks", "message", "fix"));

    /** What is said of an edit that fails in one of several ways; an empty cell is that of the edit. */
    public static final TableSchema CASES = new TableSchema(
            "edits/scrub-cases", List.of("edit", "case"), List.of(), List.of("severity", "answers", "message", "fix"));

    /** Why an edit was not looked at, or does not speak of a claim. */
    public static final TableSchema REASONS =
            new TableSchema("edits/scrub-reasons", List.of("reason"), List.of(), List.of("message", "fix"));

    /** What may not be on a line, or what has to be there ({@code needs}); other lines of the code pass. */
    public static final TableSchema LINES = new TableSchema(
            "edits/scrub-lines",
            List.of(
                    "code",
                    "revenue-code",
                    "place-of-service",
                    "telehealth",
                    "credential",
                    "supervised",
                    "age",
                    "units",
                    "days",
                    "modifier",
                    "beside"),
            List.of("edit", "about"),
            List.of("needs", "verdict", "message", "fix"));

    /** Codes that may not stand beside a code on a day: of the same clinician, or of another one. */
    public static final TableSchema BESIDE = new TableSchema(
            "edits/scrub-beside",
            List.of("code"),
            List.of("edit"),
            List.of("beside", "by", "unless-primary", "severity", "message", "fix"));

    /** Which edit a rule of another table belongs to, by its id or by the first word of its id; none: no edit. */
    public static final TableSchema RULES = new TableSchema(
            "edits/scrub-rules", List.of("rule-id"), List.of(), List.of("edit", "asks", "verdict", "case"));

    /** Which place of service or modifier says that a line was rendered by telehealth. */
    public static final TableSchema SIGNS =
            new TableSchema("edits/telehealth-signs", List.of("sign"), List.of(), List.of("telehealth"));

    /** How many diagnoses, pointers, lines and modifiers a form has room for. */
    public static final TableSchema LIMITS = new TableSchema(
            "edits/claim-limits", List.of("form"), List.of(), List.of("diagnoses", "pointers", "lines", "modifiers"));

    /** Claim filing indicators of payers whose member numbers have a form that is known: {@code medicare}. */
    public static final TableSchema MEMBER_IDS =
            new TableSchema("edits/member-ids", List.of("filing"), List.of(), List.of("form"));

    /** Claim filing indicators of payers that pay after all others. */
    public static final TableSchema LAST_PAYERS =
            new TableSchema("edits/last-payers", List.of("filing"), List.of(), List.of("label"));

    /** The modifiers that say what a pair wants to have said. */
    public static final TableSchema PAIR_MODIFIERS =
            new TableSchema("edits/pair-modifiers", List.of("wanted"), List.of(), List.of("satisfied-by"));

    /** Codes that edits speak of by a word. */
    public static final TableSchema WORDS =
            new TableSchema("edits/scrub-words", List.of("word"), List.of(), List.of("value"));

    /** The time in which a claim has to be received. {@code bound}: limit, or ceiling if the payer may want it sooner. */
    public static final TableSchema FILING =
            new TableSchema("edits/timely-filing", List.of("claim"), List.of(), List.of("limit", "bound", "warn-days"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(
            EDITS,
            CASES,
            REASONS,
            LINES,
            BESIDE,
            RULES,
            SIGNS,
            LIMITS,
            MEMBER_IDS,
            LAST_PAYERS,
            PAIR_MODIFIERS,
            WORDS,
            FILING);

    private ScrubTables() {}
}
