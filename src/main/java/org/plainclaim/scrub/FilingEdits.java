package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.Map;
import org.plainclaim.submission.Frequency;

/** The time in which the payer takes a claim. */
final class FilingEdits implements ClaimEdit {
    @Override
    public void look(Sheet sheet) {
        if (sheet.claim().heading().frequency() == Frequency.VOID) {
            sheet.bypass("s17", 0, "void");
            return;
        }
        TimelyFiling.Clock clock = TimelyFiling.clock(
                sheet.claim(), sheet.context().received(), sheet.book().rules());
        LocalDate end = clock.lastDay();
        if (end == null) {
            boolean corrected = sheet.claim().heading().frequency().needsOriginal();
            sheet.unknown("s17", 0, corrected ? "filing-of-corrected" : "filing-limit");
            return;
        }
        Map<String, String> words = Map.of("last-day", end.toString(), "days-left", String.valueOf(clock.daysLeft()));
        if (clock.late()) {
            sheet.fail("s17", 0, "late", sheet.said(0, words));
        } else if (clock.warns()) {
            sheet.fail("s17", 0, "near", sheet.said(0, words));
        } else if (clock.ceiling()) {
            sheet.unknown("s17", 0, "filing-ceiling");
        } else {
            sheet.pass("s17", 0);
        }
    }
}
