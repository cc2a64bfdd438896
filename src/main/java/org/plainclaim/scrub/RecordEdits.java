package org.plainclaim.scrub;

import java.util.List;
import java.util.Optional;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;

/** What the review of the documentation found, under the edit that it belongs to. */
final class RecordEdits implements ClaimEdit {
    private static final String[] EDITS = {
        "c12", "c14", "d01", "d02", "d03", "d04", "d05", "d06", "d07", "d08", "d09", "d10"
    };

    @Override
    public void look(Sheet sheet) {
        RecordFacts record = sheet.context().record();
        for (String edit : EDITS) {
            if (record == null) {
                sheet.unknown(edit, 0, "record-unknown");
            } else {
                sheet.bypass(edit, 0, "record-does-not-ask");
            }
        }
        if (record == null) {
            return;
        }
        Boolean copied = record.copied();
        if (copied == null) {
            sheet.unknown("d08", 0, "record-silent");
        } else {
            sheet.check("d08", 0, !copied, "");
        }
        for (Finding finding : record.findings()) {
            Optional<Row> row = sheet.book().edit(finding.rule());
            String edit = row.map(found -> found.result("edit")).orElse("");
            if (List.of(EDITS).contains(edit)) {
                say(sheet, edit, 0, finding);
            } else if (finding.holds()) {
                sheet.fail("d07", 0, "", finding);
            }
        }
    }

    static List<Finding> of(RecordFacts record, String rule) {
        return record.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    static void say(Sheet sheet, String edit, int place, Finding finding) {
        switch (finding.verdict()) {
            case FAIL -> sheet.fail(edit, place, "", finding);
            case NOT_CHECKED -> sheet.unknown(edit, place, finding);
            case PASS -> sheet.pass(edit, place);
            default -> {
                if (finding.verdict() == Verdict.BYPASSED) {
                    sheet.bypass(edit, place, "record-does-not-ask");
                }
            }
        }
    }
}
