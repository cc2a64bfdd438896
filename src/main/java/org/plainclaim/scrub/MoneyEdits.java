package org.plainclaim.scrub;

import java.math.BigDecimal;
import java.util.Map;
import org.plainclaim.submission.Submission;

/** Units and charges. */
final class MoneyEdits implements ClaimEdit {
    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            units(sheet, line);
            charge(sheet, line);
        }
        total(sheet);
    }

    private static void units(Sheet sheet, ClaimLine line) {
        BigDecimal units = line.line().units();
        sheet.check("s11", line.place(), units.signum() > 0, "none");
        sheet.check("s11", line.place(), units.scale() <= 0, "fraction");
    }

    private static void charge(Sheet sheet, ClaimLine line) {
        BigDecimal charge = line.line().charge();
        if (charge == null) {
            sheet.fail("s12", line.place(), "missing");
        } else {
            sheet.check("s12", line.place(), charge.signum() > 0, "zero");
        }
    }

    private static void total(Sheet sheet) {
        Submission claim = sheet.claim();
        BigDecimal total = claim.heading().total();
        BigDecimal sum = claim.charge();
        if (claim.lines().isEmpty()) {
            sheet.fail("s12", 0, "no-line");
        } else if (total == null) {
            sheet.fail("s12", 0, "no-total");
        } else if (total.compareTo(sum) != 0) {
            Map<String, String> words = Map.of("total", total.toPlainString(), "sum", sum.toPlainString());
            sheet.fail("s12", 0, "total", sheet.said(0, words));
        } else {
            sheet.pass("s12", 0);
        }
    }
}
