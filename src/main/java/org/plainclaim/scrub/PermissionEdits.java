package org.plainclaim.scrub;

import java.util.Optional;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.rules.Row;

/** Who may bill a code. */
final class PermissionEdits implements ClaimEdit {
    private static final String[] EDITS = {"p01", "p06", "p07", "p09"};

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            String decides = sheet.book()
                    .edit("permission-" + line.code())
                    .map(row -> row.result("edit"))
                    .orElse("p01");
            for (String edit : EDITS) {
                if (edit.equals(decides)) {
                    permission(sheet, line, edit);
                } else {
                    sheet.bypass(edit, line.place(), "other-code");
                }
            }
        }
    }

    private static void permission(Sheet sheet, ClaimLine line, String edit) {
        if (line.credential().isEmpty()) {
            sheet.unknown(edit, line.place(), "credential");
            return;
        }
        Optional<Row> row = sheet.book().table(CodingTables.WHO_MAY_BILL).first(line.facts(), line.date());
        String allowed = row.map(found -> found.result("allowed")).orElse("");
        switch (allowed) {
            case "yes" -> sheet.pass(edit, line.place());
            case "no" -> sheet.fail(edit, line.place(), "", failed(row.orElseThrow(), line));
            default -> sheet.unknown(edit, line.place(), "permission");
        }
    }

    /** Rows of who may bill have no severity of their own: who may not, may not. */
    private static org.plainclaim.explanation.Finding failed(Row row, ClaimLine line) {
        return new org.plainclaim.explanation.Finding(
                row.source(),
                org.plainclaim.explanation.Verdict.FAIL,
                org.plainclaim.explanation.Severity.HOLD,
                row.filled("message", line.facts()),
                row.filled("fix", line.facts()),
                java.util.List.of());
    }
}
