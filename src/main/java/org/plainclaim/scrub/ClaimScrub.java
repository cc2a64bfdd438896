package org.plainclaim.scrub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.submission.Submission;

/** Looks at everything that would make a payer refuse a claim: a pure function of the claim, what is known around it, and the rules. */
public final class ClaimScrub {
    private static final List<ClaimEdit> EDITS = List.of(
            new PartyEdits(),
            new DiagnosisListEdits(),
            new MoneyEdits(),
            new DateEdits(),
            new FilingEdits(),
            new CoverageEdits(),
            new AuthorizationEdits(),
            new CodeEdits(),
            new DiagnosisEdits(),
            new TimeEdits(),
            new PairScrubEdits(),
            new PrimaryEdits(),
            new RepeatEdits(),
            new CountEdits(),
            new PermissionEdits(),
            new EnrollmentEdits(),
            new LineRowEdits(),
            new TelehealthEdits(),
            new RecordEdits(),
            new ProgramEdits(),
            new PrivacyEdits());

    private final Map<String, ScrubBook> books = new HashMap<>();

    public ClaimScrub(RuleLibrary library) {
        for (String payer : library.payers()) {
            library.book(payer).ifPresent(book -> books.put(payer, new ScrubBook(book)));
        }
    }

    /** Looks at a claim; a payer without rules of its own is held to those that hold for all. Never throws for any claim. */
    public ScrubOutcome scrub(Submission claim, ScrubContext context) {
        ScrubBook book = books.get(claim.cover().payer().book());
        if (book == null) {
            book = Objects.requireNonNull(books.get(RuleLibrary.BASE));
        }
        Sheet sheet = new Sheet(book, claim, context);
        for (ClaimEdit edit : EDITS) {
            edit.look(sheet);
        }
        return new ScrubOutcome(
                sheet.findings(), TimelyFiling.clock(claim, context.received(), book.rules()), book.rules());
    }
}
