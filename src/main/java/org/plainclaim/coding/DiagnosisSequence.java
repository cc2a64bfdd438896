package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    private static final int POINTER_LIMIT = 4;
    private static final int CATEGORY_LENGTH = 3;
    private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?");

    public DiagnosisSequence {
        diagnoses = List.copyOf(diagnoses);
        findings = List.copyOf(findings);
    }

    /** Leaves out what may not be on a claim and looks at every diagnosis rule that holds on the date. */
    public static DiagnosisSequence of(List<Diagnosis> documented, RuleBook book, LocalDate date) {
        List<Row> rules = book.table(CodingTables.DIAGNOSES).rows().stream()
                .filter(row -> row.period().contains(date))
                .toList();
        List<Diagnosis> used = used(documented, rules);
        List<Finding> findings = new ArrayList<>();
        for (Row rule : rules) {
            boolean drops = rule.result("use").equals("no");
            findings.add(finding(rule, drops ? documented : used, drops));
        }
        return new DiagnosisSequence(used, findings);
    }

    /** Positions, from 1, of the diagnoses that a line points to. */
    public List<Integer> pointers() {
        return IntStream.rangeClosed(1, Math.min(POINTER_LIMIT, diagnoses.size()))
                .boxed()
                .toList();
    }

    private static List<Diagnosis> used(List<Diagnosis> documented, List<Row> rules) {
        Set<String> codes = new HashSet<>();
        List<Diagnosis> used = new ArrayList<>();
        for (Diagnosis diagnosis : documented) {
            Situation facts = facts(diagnosis, used.isEmpty());
            boolean dropped = rules.stream().anyMatch(rule -> rule.result("use").equals("no") && rule.matches(facts));
            if (!dropped
                    && used.size() < CLAIM_LIMIT
                    && codes.add(diagnosis.code().orElse(""))) {
                used.add(diagnosis);
            }
        }
        return used;
    }

    private static Finding finding(Row rule, List<Diagnosis> diagnoses, boolean drops) {
        List<Evidence> looked = new ArrayList<>();
        for (int i = 0; i < diagnoses.size(); i++) {
            Diagnosis diagnosis = diagnoses.get(i);
            Situation facts = facts(diagnosis, i == 0);
            if (rule.matches(facts)) {
                List<Evidence> evidence = rule.evidence(facts, diagnosis.code().evidence());
                return Findings.of(rule, drops ? Verdict.BYPASSED : Verdict.FAIL, facts, evidence);
            }
            looked.addAll(diagnosis.code().evidence());
        }
        return Findings.of(rule, Verdict.PASS, Situation.of(Map.of()), looked);
    }

    private static Situation facts(Diagnosis diagnosis, boolean first) {
        Fact<String> code = diagnosis.code();
        return Situation.of(Map.of(
                "diagnosis",
                code,
                "shape",
                code.map(text -> SHAPE.matcher(text).matches() ? "valid" : "invalid"),
                "category",
                code.map(text -> text.substring(0, Math.min(CATEGORY_LENGTH, text.length()))),
                "verification",
                diagnosis.verification(),
                "position",
                new Fact<>(first ? "first" : "other", code.evidence())));
    }
}
