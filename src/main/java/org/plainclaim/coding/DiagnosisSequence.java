package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/**
 * The diagnoses of a claim in their order.
 *
 * @param diagnoses at most twelve, no code twice
 * @param findings one for every diagnosis rule
 */
public record DiagnosisSequence(List<Diagnosis> diagnoses, List<Finding> findings) {
    private static final int CLAIM_LIMIT = 12;
    private static final List<Integer> POINTERS = List.of(1, 2, 3, 4);
    private static final int CATEGORY_LENGTH = 3;
    private static final int LONGEST = 8;
    private static final Situation NOTHING = Situation.of(Map.of());

    public DiagnosisSequence {
        diagnoses = List.copyOf(diagnoses);
        findings = List.copyOf(findings);
    }

    /** Leaves out what may not be on a claim and looks at every diagnosis rule that holds on the date. */
    public static DiagnosisSequence of(List<Diagnosis> documented, RuleBook book, LocalDate date) {
        List<Row> rules = book.table(CodingTables.DIAGNOSES).rows(date);
        List<Looked> all = new ArrayList<>();
        List<Looked> used = new ArrayList<>();
        sort(documented, rules, all, used);
        List<Finding> findings = new ArrayList<>();
        for (Row rule : rules) {
            boolean drops = drops(rule);
            findings.add(finding(rule, drops ? all : used, drops));
        }
        return new DiagnosisSequence(used.stream().map(Looked::diagnosis).toList(), findings);
    }

    /** Positions, from 1, of the diagnoses that a line points to. */
    public List<Integer> pointers() {
        return POINTERS.subList(0, Math.min(POINTERS.size(), diagnoses.size()));
    }

    /** The letter that the first code begins with, which tells one chapter from another; unknown without a diagnosis. */
    public Fact<String> firstLetter() {
        return diagnoses.isEmpty()
                ? new Fact<>(null, List.of())
                : diagnoses.get(0).code().map(code -> code.substring(0, Math.min(1, code.length())));
    }

    private record Looked(Diagnosis diagnosis, Situation facts) {}

    private static void sort(List<Diagnosis> documented, List<Row> rules, List<Looked> all, List<Looked> used) {
        Set<String> codes = new HashSet<>();
        for (Diagnosis diagnosis : documented) {
            Looked looked = new Looked(diagnosis, facts(diagnosis, used.isEmpty()));
            all.add(looked);
            boolean dropped = false;
            for (Row rule : rules) {
                dropped |= drops(rule) && rule.matches(looked.facts());
            }
            if (!dropped
                    && used.size() < CLAIM_LIMIT
                    && codes.add(diagnosis.code().orElse(""))) {
                used.add(looked);
            }
        }
    }

    private static boolean drops(Row rule) {
        return rule.result("use").equals("no");
    }

    private static Finding finding(Row rule, List<Looked> diagnoses, boolean drops) {
        List<Evidence> evidence = new ArrayList<>();
        for (Looked looked : diagnoses) {
            List<Evidence> code = looked.diagnosis().code().evidence();
            if (rule.matches(looked.facts())) {
                Verdict verdict = drops ? Verdict.BYPASSED : Verdict.FAIL;
                return Findings.of(rule, verdict, looked.facts(), rule.evidence(looked.facts(), code));
            }
            evidence.addAll(code);
        }
        return Findings.of(rule, Verdict.PASS, NOTHING, evidence);
    }

    private static Situation facts(Diagnosis diagnosis, boolean first) {
        Fact<String> code = diagnosis.code();
        return NOTHING.with("diagnosis", code)
                .with("verification", diagnosis.verification())
                .with("position", new Fact<>(first ? "first" : "other", code.evidence()))
                .with("category", code.map(text -> text.substring(0, Math.min(CATEGORY_LENGTH, text.length()))))
                .with("shape", code.map(text -> hasShape(text) ? "valid" : "invalid"));
    }

    /** A letter, a digit, a letter or digit; then nothing, or a dot and up to four letters or digits. */
    private static boolean hasShape(String code) {
        int length = code.length();
        if (length < CATEGORY_LENGTH || length == CATEGORY_LENGTH + 1 || length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char at = code.charAt(i);
            boolean letter = at >= 'A' && at <= 'Z';
            boolean digit = at >= '0' && at <= '9';
            boolean fits =
                    switch (i) {
                        case 0 -> letter;
                        case 1 -> digit;
                        case CATEGORY_LENGTH -> at == '.';
                        default -> letter || digit;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
