package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.rules.Row;
import org.plainclaim.submission.Form;

/** Partial hospitalization and intensive outpatient programs: revenue codes, and what may not overlap. */
final class ProgramEdits implements ClaimEdit {
    private static final int WEEK = 7;
    private static final String PROGRAM = "program-condition";
    private static final String INPATIENT = "inpatient";

    @Override
    public void look(Sheet sheet) {
        boolean institutional = sheet.claim().heading().form() == Form.INSTITUTIONAL;
        for (ClaimLine line : sheet.lines()) {
            revenue(sheet, line, institutional);
        }
        if (!institutional || sheet.lines().isEmpty()) {
            sheet.bypass("r03", 0, "other-form");
            sheet.bypass("l12", 0, "other-form");
            return;
        }
        programs(sheet);
    }

    private static void revenue(Sheet sheet, ClaimLine line, boolean institutional) {
        String revenue = line.line().revenueCode();
        if (!institutional) {
            sheet.bypass("r02", line.place(), "other-form");
            return;
        }
        List<Row> rows = sheet.book().table(CodingTables.REVENUE_CODES).rowsOf(line.code(), line.date()).stream()
                .map(candidate -> candidate.row())
                .toList();
        if (revenue.isEmpty()) {
            sheet.fail("r02", line.place(), "missing");
        } else if (rows.isEmpty()) {
            sheet.unknown("r02", line.place(), "revenue-code");
        } else {
            boolean fits =
                    rows.stream().anyMatch(row -> row.result("revenue-code").equals(revenue));
            sheet.check("r02", line.place(), fits, "");
        }
    }

    /** Two kinds of program within seven days, and a program during a stay in a hospital, are sent back. */
    private static void programs(Sheet sheet) {
        Set<String> conditions = programsOf(sheet, sheet.claim().stay().conditionCodes());
        if (conditions.isEmpty()) {
            sheet.bypass("r03", 0, "no-program");
            sheet.bypass("l12", 0, "no-program");
            return;
        }
        LocalDate from =
                ClaimLines.within(java.util.Objects.requireNonNull(sheet.claim().from()));
        LocalDate to =
                ClaimLines.within(java.util.Objects.requireNonNull(sheet.claim().to()));
        sheet.check("r03", 0, conditions.size() < 2, "");
        for (OtherClaims.OtherStay other : sheet.context().others().stays()) {
            Set<String> theirs = programsOf(sheet, other.conditions());
            theirs.removeAll(conditions);
            boolean near =
                    !other.from().isAfter(to.plusDays(WEEK - 1L)) && !other.to().isBefore(from.minusDays(WEEK - 1L));
            if (near && !theirs.isEmpty()) {
                sheet.fail("r03", 0, "");
            }
            boolean during = other.from().isBefore(to) && other.to().isAfter(from);
            if (during && other.typeOfBill().equals(word(sheet, INPATIENT))) {
                sheet.fail("l12", 0, "");
            }
        }
        boolean known = sheet.context().others().covers(from.minusDays(WEEK - 1L), to);
        for (String edit : new String[] {"r03", "l12"}) {
            if (known) {
                sheet.pass(edit, 0);
            } else {
                sheet.unknown(edit, 0, "other-claims-unknown");
            }
        }
    }

    /** Condition codes that stand for a program, which a row names. */
    private static Set<String> programsOf(Sheet sheet, List<String> conditions) {
        Set<String> programs = new HashSet<>(conditions);
        programs.retainAll(Set.of(word(sheet, PROGRAM).split("\\|", -1)));
        return programs;
    }

    private static String word(Sheet sheet, String name) {
        return sheet.book().word(name);
    }
}
