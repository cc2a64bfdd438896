package org.plainclaim.scrub;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plainclaim.rules.Row;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;

/** How many diagnoses there are, and whether each line points to some of them. */
final class DiagnosisListEdits implements ClaimEdit {
    @Override
    public void look(Sheet sheet) {
        Submission claim = sheet.claim();
        List<String> codes = claim.diagnoses();
        boolean any = codes.stream().anyMatch(code -> !code.isBlank());
        sheet.check("s08", 0, any, "none");
        int most = limit(sheet, "diagnoses");
        if (codes.size() > most) {
            sheet.fail("s09", 0, "many", sheet.said(0, Map.of("most", String.valueOf(most))));
        }
        sheet.check("s09", 0, new HashSet<>(codes).size() == codes.size(), "twice");
        for (ClaimLine line : sheet.lines()) {
            if (claim.heading().form() == Form.INSTITUTIONAL) {
                sheet.bypass("s08", line.place(), "other-form");
                sheet.bypass("s10", line.place(), "other-form");
            } else {
                pointers(sheet, line, codes.size());
            }
        }
    }

    private static void pointers(Sheet sheet, ClaimLine line, int codes) {
        List<Integer> pointers = line.line().pointers();
        sheet.check("s08", line.place(), !pointers.isEmpty(), "pointer");
        if (pointers.isEmpty()) {
            sheet.bypass("s10", line.place(), "no-pointer");
            return;
        }
        boolean resolve = pointers.stream().allMatch(pointer -> pointer >= 1 && pointer <= codes);
        sheet.check("s10", line.place(), resolve, "absent");
        sheet.check("s10", line.place(), pointers.size() <= limit(sheet, "pointers"), "many");
        sheet.check("s10", line.place(), new HashSet<>(pointers).size() == pointers.size(), "twice");
    }

    /** What the form has room for; without a row there is room for everything. */
    static int limit(Sheet sheet, String what) {
        String form = sheet.claim().heading().form().name().toLowerCase(Locale.ROOT);
        return sheet.book()
                .named(ScrubTables.LIMITS, form, sheet.context().received())
                .map((Row row) -> Integer.parseInt(row.result(what)))
                .orElse(Integer.MAX_VALUE);
    }
}
