package org.plainclaim.scrub;

import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;

/** What may be disclosed, and what a claim must not carry. */
final class PrivacyEdits implements ClaimEdit {
    @Override
    public void look(Sheet sheet) {
        PrivacyFacts facts = sheet.context().privacy();
        boolean note = !sheet.claim().heading().note().isBlank();
        sheet.check("r07", 0, !note, "");
        sheet.bypass("r10", 0, "remittance");
        if (facts != null && Boolean.TRUE.equals(facts.psychotherapyNotes())) {
            sheet.fail("r05", 0, "");
        } else if (!note) {
            sheet.pass("r05", 0);
        } else if (facts == null || facts.psychotherapyNotes() == null) {
            sheet.unknown("r05", 0, "note-not-read");
        } else {
            sheet.check("r05", 0, !facts.psychotherapyNotes(), "");
        }
        if (facts == null) {
            sheet.unknown("r04", 0, "privacy-unknown");
            sheet.unknown("r06", 0, "privacy-unknown");
            return;
        }
        sheet.check("r06", 0, !facts.selfPay(), "");
        Boolean consent = facts.consent();
        if (!facts.partTwo()) {
            sheet.bypass("r04", 0, "no-part-two");
        } else if (consent == null) {
            sheet.unknown("r04", 0, "privacy-unknown");
        } else {
            consent(sheet, consent, facts.decision());
        }
    }

    /** What decided says why in its own words. */
    private static void consent(Sheet sheet, boolean covers, @Nullable Finding decision) {
        if (covers || decision == null) {
            sheet.check("r04", 0, covers, "");
        } else {
            sheet.fail("r04", 0, "", decision);
        }
    }
}
