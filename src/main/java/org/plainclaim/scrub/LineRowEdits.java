package org.plainclaim.scrub;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.edit.EditTables;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Stay;

/** What rows alone can say of a line: those of this table, and those that the coding of sessions is held to. */
final class LineRowEdits implements ClaimEdit {
    private static final Column MODIFIER = Column.of("modifier");
    private static final Column BESIDE = Column.of("beside");
    private static final String NOT_CHECKED = "not-checked";

    /** Edits that are nothing but rows: where no row speaks of the code they do not apply. */
    private static final String[] EDITS = {
        "s18", "s19", "c11", "p04", "p05", "p10", "l03", "l05", "l06", "l08", "l09", "l10", "l11", "n12", "r01", "r08",
        "r09"
    };

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            for (String edit : EDITS) {
                sheet.bypass(edit, line.place(), "other-code");
            }
            for (Candidate candidate : sheet.book().table(ScrubTables.LINES).rowsOf(line.code(), line.date())) {
                row(sheet, line, candidate);
            }
            for (Candidate candidate : sheet.book().table(EditTables.LINES).rowsOf(line.code(), line.date())) {
                sheet.book().edit(candidate.row().rule()).ifPresent(rule -> shared(sheet, line, candidate, rule));
            }
        }
    }

    /** A row speaks of a line if its code and revenue code fit; the other cells decide. */
    private static void row(Sheet sheet, ClaimLine line, Candidate candidate) {
        Row row = candidate.row();
        if (!ofRevenue(row, line.facts())) {
            return;
        }
        String edit = row.result("edit");
        boolean matches = false;
        boolean could = false;
        for (Situation facts : situations(line, row)) {
            matches |= candidate.matches(facts);
            could |= row.couldMatch(facts);
        }
        boolean lacks = !has(sheet, line, row.result("needs"));
        if (matches && lacks) {
            failed(sheet, line, row, edit);
        } else if (matches || !could) {
            sheet.pass(edit, line.place());
        } else if (lacks && unknown(row, line.facts())) {
            sheet.unknown(edit, line.place(), "line-facts");
        } else {
            sheet.pass(edit, line.place());
        }
    }

    private static boolean ofRevenue(Row row, Situation facts) {
        return row.conditions().stream()
                .allMatch(cell -> !cell.column().equals("revenue-code") || cell.matches(cell.in(facts)));
    }

    private static boolean unknown(Row row, Situation facts) {
        return row.conditions().stream()
                .anyMatch(cell -> (cell.column().equals("age") || cell.column().equals("credential"))
                        && !cell.in(facts).known());
    }

    private static void failed(Sheet sheet, ClaimLine line, Row row, String edit) {
        Situation facts = line.facts();
        boolean open = row.result("verdict").equals(NOT_CHECKED);
        Severity severity = open ? Severity.INFO : sheet.book().severity(edit);
        Finding finding = new Finding(
                row.source(),
                open ? Verdict.NOT_CHECKED : Verdict.FAIL,
                severity,
                row.filled("message", facts),
                row.filled("fix", facts),
                List.of());
        if (open) {
            sheet.unknown(edit, line.place(), finding);
        } else {
            sheet.fail(edit, line.place(), "", finding);
        }
    }

    /** One situation for each modifier, with each other one beside it, if the row asks for modifiers. */
    private static List<Situation> situations(ClaimLine line, Row row) {
        boolean asks = row.conditions().stream()
                .anyMatch(cell ->
                        cell.column().equals("modifier") || cell.column().equals("beside"));
        if (!asks) {
            return List.of(line.facts());
        }
        List<Situation> situations = new ArrayList<>();
        for (String modifier : line.modifiers()) {
            Situation one = line.facts().with(MODIFIER, new Fact<>(modifier, List.of()));
            situations.add(one);
            for (String other : line.modifiers()) {
                situations.add(one.with(BESIDE, new Fact<>(other, List.of())));
            }
        }
        return situations;
    }

    /** True if what a row needs is there; an empty cell needs what nothing can give. */
    private static boolean has(Sheet sheet, ClaimLine line, String needs) {
        int colon = needs.indexOf(':');
        String what = colon < 0 ? needs : needs.substring(0, colon);
        Stay stay = sheet.claim().stay();
        return switch (what) {
            case "clia" -> sheet.claim().heading().clia().matches("\\d{2}D\\d{7}");
            case "description" -> !line.line().description().isBlank();
            case "admission" -> stay.admitted() != null;
            case "supervisor" -> sheet.claim().provider(Role.SUPERVISING).isPresent();
            case "ordering" -> sheet.claim().provider(Role.ORDERING).isPresent()
                    || sheet.claim().provider(Role.REFERRING).isPresent();
            case "condition" -> stay.conditionCodes().contains(needs.substring(colon + 1));
            default -> false;
        };
    }

    /** A row of the edits of sessions, where the claim itself tells what it asks. */
    private static void shared(Sheet sheet, ClaimLine line, Candidate candidate, Row rule) {
        String edit = rule.result("edit");
        if (edit.isEmpty() || rule.result("asks").equals("record")) {
            return;
        }
        if (!candidate.matches(line.facts())) {
            sheet.pass(edit, line.place());
            return;
        }
        Finding finding = DiagnosisEdits.failed(candidate.row(), line.facts());
        if (rule.result("verdict").equals(NOT_CHECKED)) {
            sheet.unknown(edit, line.place(), finding);
        } else {
            sheet.fail(edit, line.place(), rule.result("case"), finding);
        }
    }
}
