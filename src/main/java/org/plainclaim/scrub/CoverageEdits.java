package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Submission;

/** Whether this payer pays for this member on these days, and in which order payers come. */
final class CoverageEdits implements ClaimEdit {
    private static final String NOT_ASKED = "eligibility-unknown";
    private static final String SILENT = "eligibility-silent";
    private static final List<String> OF_A_MEMBER =
            List.of("s07", "e01", "e03", "e05", "e06", "e10", "e11", "e12", "e13", "e14");

    @Override
    public void look(Sheet sheet) {
        onFile(sheet);
        order(sheet);
        CoverageFacts facts = sheet.context().coverage();
        if (facts == null) {
            sheet.unknown("e02", 0, NOT_ASKED);
            OF_A_MEMBER.forEach(edit -> sheet.unknown(edit, 0, NOT_ASKED));
            return;
        }
        sheet.check("e02", 0, facts.found(), "");
        if (!facts.found()) {
            // who does not know the member said nothing of a coverage
            OF_A_MEMBER.forEach(edit -> sheet.unknown(edit, 0, SILENT));
            return;
        }
        List<String> mismatches = facts.mismatches();
        said(sheet, "s07", mismatches == null ? null : mismatches.isEmpty(), true);
        active(sheet, facts);
        said(sheet, "e03", facts.otherPayerFirst(), false);
        sheet.check("e05", 0, facts.carveOut().isEmpty(), "");
        said(sheet, "e06", facts.managedCare(), false);
        visits(sheet, facts.visitsLeft());
        said(sheet, "e11", facts.network(), true);
        referral(sheet, facts.referral());
        said(sheet, "e13", facts.excluded(), false);
        said(sheet, "e14", facts.noBalance(), false);
    }

    /** A plan that is in force and does not cover the service is as good as none for it. */
    private static void active(Sheet sheet, CoverageFacts facts) {
        if (Boolean.FALSE.equals(facts.covered())) {
            sheet.fail("e01", 0, "not-covered");
        } else {
            said(sheet, "e01", facts.active(), true);
        }
    }

    /** What the payer said has to be so; where it said nothing, nobody knows. */
    private static void said(Sheet sheet, String edit, @Nullable Boolean said, boolean wanted) {
        if (said == null) {
            sheet.unknown(edit, 0, SILENT);
        } else {
            sheet.check(edit, 0, said == wanted, "");
        }
    }

    private static void visits(Sheet sheet, @Nullable Integer left) {
        if (left == null) {
            sheet.unknown("e10", 0, SILENT);
        } else {
            sheet.check("e10", 0, left > 0, "");
        }
    }

    private static void referral(Sheet sheet, @Nullable Boolean required) {
        if (required == null) {
            sheet.unknown("e12", 0, SILENT);
        } else if (required) {
            sheet.check("e12", 0, !sheet.claim().heading().referral().isBlank(), "");
        } else {
            sheet.bypass("e12", 0, "no-referral-asked");
        }
    }

    /** The coverage on file has to reach the dates of service, whoever was asked. */
    private static void onFile(Sheet sheet) {
        Cover cover = sheet.claim().cover();
        for (ClaimLine line : sheet.lines()) {
            LocalDate from = cover.from();
            LocalDate to = cover.to();
            boolean before = from != null && line.line().from().isBefore(from);
            boolean after = to != null && line.line().to().isAfter(to);
            if (before || after) {
                sheet.fail("e01", 0, after ? "ended" : "not-begun");
            }
        }
    }

    /** Who comes first, as the claim itself says it; payers before this one have to have decided. */
    private static void order(Sheet sheet) {
        Submission claim = sheet.claim();
        boolean earlier = false;
        for (OtherCover other : claim.others()) {
            int order = other.cover().order();
            if (order == claim.cover().order()) {
                sheet.fail("e03", 0, "same-order");
            }
            if (order > claim.cover().order() && last(sheet, claim.cover()) && !last(sheet, other.cover())) {
                sheet.fail("e03", 0, "last-payer");
            }
            if (order < claim.cover().order()) {
                earlier = true;
                sheet.check("e04", 0, other.decision() != null, "");
            }
        }
        if (!earlier && claim.cover().order() > 1) {
            sheet.fail("e04", 0, "no-other");
        } else if (!earlier) {
            sheet.bypass("e04", 0, "first-payer");
        }
    }

    private static boolean last(Sheet sheet, Cover cover) {
        return sheet.book()
                .named(ScrubTables.LAST_PAYERS, cover.filing(), sheet.context().received())
                .isPresent();
    }
}
