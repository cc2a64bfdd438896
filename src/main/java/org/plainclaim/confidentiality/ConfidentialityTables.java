package org.plainclaim.confidentiality;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables about labels, consents and disclosures. */
public final class ConfidentialityTables {
    /**
     * What a code says about: {@code kind} is {@code diagnosis} (ICD-10-CM), {@code procedure} (CPT, HCPCS),
     * {@code question} (LOINC) or {@code note} (a kind of note that is kept apart).
     */
    public static final TableSchema CONTENT = new TableSchema(
            "confidentiality/content", List.of("code-begins", "kind"), List.of("sensitivity"), List.of());

    /** What makes an organization or one of its services a program under 42 CFR Part 2, and what its records are about. */
    public static final TableSchema PROGRAMS =
            new TableSchema("confidentiality/programs", List.of("source-kind"), List.of(), List.of("sensitivity"));

    /** The labels that a sensitivity leads to. An empty confidentiality is the usual one (N), which is not written. */
    public static final TableSchema LABELS = new TableSchema(
            "confidentiality/labels",
            List.of("sensitivity", "part-two"),
            List.of(),
            List.of("confidentiality", "policy", "handling"));

    /** Who may read what bears a label; a label that has rows, and none for somebody, is hidden from them. */
    public static final TableSchema READING = new TableSchema(
            "confidentiality/reading", List.of("label", "role", "purpose", "author"), List.of(), List.of());

    /** What a disclosure of content with a label needs: {@code never}, or a kind of consent; and the notice with it. */
    public static final TableSchema DISCLOSURES = new TableSchema(
            "confidentiality/disclosures", List.of("label", "purpose"), List.of(), List.of("needs", "notice"));

    /** A purpose that is part of another one, for which the consent may be given. */
    public static final TableSchema PURPOSES =
            new TableSchema("confidentiality/purposes", List.of("purpose"), List.of(), List.of("part-of"));

    /** What is said of a decision. */
    public static final TableSchema FINDINGS = new TableSchema(
            "confidentiality/findings", List.of("case"), List.of(), List.of("verdict", "severity", "message", "fix"));

    /** Which diagnoses a claim does not need. */
    public static final TableSchema CLAIM_DIAGNOSES = new TableSchema(
            "confidentiality/claim-diagnoses",
            List.of("sensitivity", "pointed"),
            List.of(),
            List.of("use", "severity", "message", "fix"));

    /** The words of a notice, and the ways of disclosure that have a place for it; {@code none} has none. */
    public static final TableSchema NOTICES =
            new TableSchema("confidentiality/notices", List.of("notice"), List.of(), List.of("text"));

    /**
     * Where a way of disclosure carries a notice; empty if it has no place for one, and {@code agreement} if the agreement
     * with the payer has it.
     */
    public static final TableSchema WAYS =
            new TableSchema("confidentiality/ways", List.of("way"), List.of(), List.of("place"));

    /** Who may take a label off a record, and which others ({@code with}) go with it; one without a row stays. */
    public static final TableSchema LOWERING =
            new TableSchema("confidentiality/lowering", List.of("label", "role"), List.of(), List.of("with"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(
            CONTENT,
            PROGRAMS,
            LABELS,
            READING,
            DISCLOSURES,
            PURPOSES,
            FINDINGS,
            CLAIM_DIAGNOSES,
            NOTICES,
            WAYS,
            LOWERING);

    private ConfidentialityTables() {}
}
