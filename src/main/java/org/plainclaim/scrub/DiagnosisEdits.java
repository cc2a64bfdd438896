package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.diagnosis.DiagnosisSequence;
import org.plainclaim.diagnosis.DiagnosisTables;
import org.plainclaim.documentation.Columns;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;
import org.plainclaim.submission.Submission;

/** The diagnoses of a claim by the same rules that choose them; what those would leave off or move is wrong here. */
final class DiagnosisEdits implements ClaimEdit {
    private static final String[] OF_CLAIM = {"c04", "c05", "c06", "c07", "c09", "c10", "c13"};

    @Override
    public void look(Sheet sheet) {
        List<String> codes = sheet.claim().diagnoses().stream()
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
        if (codes.isEmpty() || sheet.lines().isEmpty()) {
            for (String edit : OF_CLAIM) {
                sheet.bypass(edit, 0, "no-diagnosis");
            }
        } else {
            claim(sheet, codes);
        }
        for (ClaimLine line : sheet.lines()) {
            supports(sheet, line);
        }
    }

    private static void claim(Sheet sheet, List<String> codes) {
        for (String edit : OF_CLAIM) {
            sheet.pass(edit, 0);
        }
        if (sheet.claim().patient().birthDate() == null
                || sheet.claim().patient().sex().isEmpty()) {
            sheet.unknown("c10", 0, "patient-facts");
        }
        LocalDate date = sheet.lines().get(0).date();
        DiagnosisSequence sequence = sheet.book().diagnoses().sequence(diagnoses(sheet, codes), patient(sheet), date);
        for (Finding finding : sequence.findings()) {
            sheet.book().edit(finding.rule()).ifPresent(row -> say(sheet, row, finding));
        }
    }

    private static void say(Sheet sheet, Row row, Finding finding) {
        String edit = row.result("edit");
        if (edit.isEmpty() || row.result("asks").equals("record")) {
            return;
        }
        switch (finding.verdict()) {
            case FAIL -> sheet.fail(edit, 0, "", finding);
            case BYPASSED -> sheet.fail(
                    edit,
                    0,
                    "",
                    new Finding(
                            finding.source(),
                            Verdict.FAIL,
                            sheet.book().severity(edit),
                            finding.message(),
                            "",
                            List.of()));
            case NOT_CHECKED -> sheet.unknown(edit, 0, finding);
            default -> sheet.pass(edit, 0);
        }
    }

    private static List<Diagnosis> diagnoses(Sheet sheet, List<String> codes) {
        List<Diagnosis> diagnoses = new ArrayList<>(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            Evidence evidence =
                    new Evidence(sheet.context().claim(), "Claim.diagnosis[" + i + "].diagnosis", codes.get(i));
            diagnoses.add(new Diagnosis(
                    sheet.context().claim(), Fact.of(codes.get(i), evidence), Fact.of("confirmed", evidence)));
        }
        return diagnoses;
    }

    private static Situation patient(Sheet sheet) {
        Submission claim = sheet.claim();
        Fact<String> gender = new Fact<>(
                switch (claim.patient().sex()) {
                    case "M" -> "male";
                    case "F" -> "female";
                    default -> null;
                },
                List.of());
        return Situation.EMPTY
                .with(Columns.GENDER, gender)
                .with("age", sheet.lines().get(0).facts().fact("age"));
    }

    /** What the first diagnosis of a line has to begin with, where a row minds. */
    private static void supports(Sheet sheet, ClaimLine line) {
        String first = first(sheet, line);
        Optional<Row> row = sheet.book().named(DiagnosisTables.POINTERS, line.code(), line.date());
        if (first.isEmpty()) {
            sheet.bypass("c08", line.place(), "no-pointer");
        } else if (row.isEmpty() || row.get().result("severity").isEmpty()) {
            sheet.bypass("c08", line.place(), "other-code");
        } else {
            boolean fits = begins(first, row.get().result("prefer-begins"))
                    || begins(first, row.get().result("then-begins"));
            Situation facts = line.facts().with("diagnosis", new Fact<>(first, List.of()));
            if (fits) {
                sheet.pass("c08", line.place());
            } else {
                sheet.fail("c08", line.place(), "", failed(row.get(), facts));
            }
        }
    }

    static Finding failed(Row row, Situation facts) {
        return org.plainclaim.coding.Findings.of(row, Verdict.FAIL, facts, List.of());
    }

    private static String first(Sheet sheet, ClaimLine line) {
        List<Integer> pointers = line.line().pointers();
        int pointer = pointers.isEmpty() ? 0 : pointers.get(0);
        return pointer > 0 && pointer <= sheet.claim().diagnoses().size()
                ? sheet.claim().diagnoses().get(pointer - 1)
                : "";
    }

    private static boolean begins(String code, String cell) {
        for (String beginning : cell.split("\\|", -1)) {
            if (!beginning.isEmpty() && code.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
