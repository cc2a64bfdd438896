package org.plainclaim.scrub;

/** A kind of edit: it looks at a claim and writes what it found on the sheet. It never throws for any claim. */
sealed interface ClaimEdit
        permits AuthorizationEdits,
                CodeEdits,
                CountEdits,
                CoverageEdits,
                DateEdits,
                DiagnosisEdits,
                DiagnosisListEdits,
                EnrollmentEdits,
                FilingEdits,
                LineRowEdits,
                MoneyEdits,
                PairScrubEdits,
                PartyEdits,
                PermissionEdits,
                PrimaryEdits,
                PrivacyEdits,
                ProgramEdits,
                RecordEdits,
                RepeatEdits,
                TelehealthEdits,
                TimeEdits {
    void look(Sheet sheet);
}
