package org.plainclaim.scrub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.edit.EditTables;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Row;

/** Add-on codes and what they ride on; codes that may not stand beside each other, whoever rendered them. */
final class PrimaryEdits implements ClaimEdit {
    private static final String[] EDITS = {"n05", "n06", "n08", "p11"};

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            Optional<Row> row = sheet.book().named(EditTables.PRIMARIES, line.code(), line.date());
            boolean primary = row.isPresent() && present(sheet, line, codes(row.get(), "primaries"));
            boolean decided = beside(sheet, line, primary);
            if (row.isEmpty()) {
                sheet.bypass("n04", line.place(), "no-add-on");
            } else if (decided) {
                sheet.bypass("n04", line.place(), "decided-elsewhere");
            } else {
                sheet.check("n04", line.place(), primary, "");
            }
        }
    }

    /** True if another edit said why the primary code is not there. */
    private static boolean beside(Sheet sheet, ClaimLine line, boolean primary) {
        List<Candidate> rows = sheet.book().table(ScrubTables.BESIDE).rowsOf(line.code(), line.date());
        boolean decided = false;
        for (String edit : EDITS) {
            Row row = rows.stream()
                    .map(Candidate::row)
                    .filter(one -> one.result("edit").equals(edit))
                    .findFirst()
                    .orElse(null);
            if (row == null) {
                sheet.bypass(edit, line.place(), "other-code");
                continue;
            }
            boolean excused = primary && row.result("unless-primary").equals("yes");
            String found = excused ? "" : found(sheet, line, row);
            if (found.isEmpty()) {
                sheet.pass(edit, line.place());
            } else {
                sheet.fail(
                        edit,
                        line.place(),
                        "",
                        DiagnosisEdits.failed(row, sheet.said(line.place(), Map.of("other", found))));
                decided = true;
            }
        }
        return decided && !primary;
    }

    /** The code that stands beside the line and may not; empty if none does. */
    private static String found(Sheet sheet, ClaimLine line, Row row) {
        Set<String> codes = codes(row, "beside");
        boolean ofAnother = row.result("by").equals("other");
        for (ClaimLine other : sheet.lines()) {
            boolean counts = other.place() != line.place()
                    && codes.contains(other.code())
                    && line.sameDay(other.known())
                    && line.beside(other.known()) != ofAnother;
            if (counts) {
                return other.code();
            }
        }
        for (OtherClaims.OtherLine other : sheet.context().others().lines()) {
            KnownLine known = other.known();
            if (codes.contains(known.code()) && line.sameDay(known) && line.beside(known) != ofAnother) {
                return known.code();
            }
        }
        return "";
    }

    private static boolean present(Sheet sheet, ClaimLine line, Set<String> primaries) {
        for (ClaimLine other : sheet.lines()) {
            if (other.place() != line.place() && primaries.contains(other.code()) && line.beside(other.known())) {
                return true;
            }
        }
        return sheet.context().others().lines().stream()
                .anyMatch(other -> primaries.contains(other.known().code()) && line.beside(other.known()));
    }

    private static Set<String> codes(Row row, String column) {
        return Set.of(row.result(column).split("\\|", -1));
    }
}
