package org.plainclaim.scrub;

import java.util.List;
import java.util.Set;
import org.plainclaim.edit.KnownLine;

/** The same service twice: on one claim, on two claims, or by two clinicians of one group. */
final class RepeatEdits implements ClaimEdit {
    private static final String REPEATED = "repeat";
    private static final String BY_ANOTHER = "other-practitioner";

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            if (sheet.context().others().covers(line.date(), line.date())) {
                sheet.pass("n10", line.place());
                sheet.pass("n11", line.place());
            } else {
                sheet.unknown("n10", line.place(), "other-claims-unknown");
                sheet.unknown("n11", line.place(), "other-claims-unknown");
            }
            own(sheet, line);
            for (OtherClaims.OtherLine other : sheet.context().others().lines()) {
                same(sheet, line, other.known(), other.modifiers());
            }
        }
    }

    /** Of two equal lines the later one is the copy. */
    private static void own(Sheet sheet, ClaimLine line) {
        for (ClaimLine other : sheet.lines().subList(0, line.place() - 1)) {
            same(sheet, line, other.known(), other.modifiers());
        }
    }

    private static void same(Sheet sheet, ClaimLine line, KnownLine other, List<String> modifiers) {
        boolean service = !line.code().isEmpty() && line.code().equals(other.code()) && line.sameDay(other);
        if (!service) {
            return;
        }
        boolean person = line.npi().equals(other.provider().npi());
        if (person && Set.copyOf(line.modifiers()).equals(Set.copyOf(modifiers)) && !has(sheet, line, REPEATED)) {
            sheet.fail("n10", line.place(), "");
        }
        if (!person && line.known().provider().same(other.provider()) && !has(sheet, line, BY_ANOTHER)) {
            sheet.fail("n11", line.place(), "");
        }
    }

    private static boolean has(Sheet sheet, ClaimLine line, String wanted) {
        return sheet.book()
                .named(ScrubTables.PAIR_MODIFIERS, wanted, line.date())
                .map(row -> line.hasModifier(Set.of(row.result("satisfied-by").split("\\|", -1))))
                .orElse(false);
    }
}
