package org.plainclaim.scrub;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;

/** Dates in their order, how much a claim may hold, and what a corrected claim needs. */
final class DateEdits implements ClaimEdit {
    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            order(sheet, line);
        }
        size(sheet);
        Heading heading = sheet.claim().heading();
        Frequency frequency = heading.frequency();
        if (frequency.needsOriginal()) {
            sheet.check("s14", 0, !heading.originalNumber().isBlank(), "");
        } else {
            sheet.bypass("s14", 0, "new-claim");
        }
    }

    private static void order(Sheet sheet, ClaimLine line) {
        LocalDate from = line.line().from();
        LocalDate to = line.line().to();
        LocalDate born = sheet.claim().patient().birthDate();
        LocalDate died = sheet.context().deceased();
        int place = line.place();
        sheet.check("s13", place, !to.isBefore(from), "order");
        sheet.check("s13", place, !to.isAfter(sheet.context().received()), "future");
        sheet.check("s13", place, died == null || !to.isAfter(died), "after-death");
        if (born == null) {
            sheet.unknown("s13", place, "birth-date");
        } else {
            sheet.check("s13", place, !from.isBefore(born), "before-birth");
        }
    }

    private static void size(Sheet sheet) {
        int most = DiagnosisListEdits.limit(sheet, "lines");
        if (sheet.lines().size() > most) {
            sheet.fail("s16", 0, "many", sheet.said(0, Map.of("most", String.valueOf(most))));
        }
        boolean oneMonth = sheet.lines().stream()
                .allMatch(line -> YearMonth.from(line.line().from())
                        .equals(YearMonth.from(line.line().to())));
        if (oneMonth) {
            sheet.pass("s16", 0);
        } else {
            sheet.unknown("s16", 0, "month-rule");
        }
    }
}
