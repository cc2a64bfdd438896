package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.RuleBook;

/** Brings what a payer says together with what we sent; posts nothing itself. */
public final class Poster {
    private final Apportioning apportioning;
    private final SentClaims sent;

    /**
     * A poster for one payer.
     *
     * @param date the day of the payment: what reason codes mean is said by date
     */
    public Poster(RuleBook book, LocalDate date, SentClaims sent) {
        this.apportioning = new Apportioning(book, date);
        this.sent = sent;
    }

    /** The claim of ours with what became of each line, or that none can be told for sure. */
    public Posting post(ClaimPayment answer) {
        List<SentClaim> fitting = fitting(answer);
        if (fitting.size() != 1) {
            return new UnmatchedClaim(
                    answer, fitting.isEmpty() ? UnmatchedClaim.Why.UNKNOWN : UnmatchedClaim.Why.AMBIGUOUS);
        }
        return posted(fitting.get(0), answer);
    }

    /** By our own number; by the payer's if ours is cut off, changed, or used more than once. */
    private List<SentClaim> fitting(ClaimPayment answer) {
        List<SentClaim> byId = sent.withId(answer.submittedId());
        if (byId.size() == 1) {
            return byId;
        }
        String number = answer.payerControlNumber();
        List<SentClaim> byNumber = number.isEmpty()
                ? List.of()
                : byId.isEmpty()
                        ? sent.withPayerControlNumber(number)
                        : byId.stream()
                                .filter(claim -> claim.payerControlNumber().equals(number))
                                .toList();
        return byNumber.isEmpty() ? byId : byNumber;
    }

    private PostedClaim posted(SentClaim claim, ClaimPayment answer) {
        LineMatcher matcher = new LineMatcher(claim.lines(), answer.lines());
        LineMatcher.@Nullable Match[] matches = matcher.match();
        List<PostedLine> lines = new ArrayList<>();
        List<UnmatchedLine> unmatched = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            ServicePayment line = answer.lines().get(i);
            PostedAmounts amounts = apportioning.of(line, answer);
            LineMatcher.Match match = matches[i];
            if (match == null) {
                unmatched.add(new UnmatchedLine(line, amounts));
            } else {
                lines.add(new PostedLine(match.line(), line, match.by(), outcome(answer, amounts), amounts));
            }
        }
        PostedAmounts whole = apportioning.ofWholeClaim(answer);
        List<SentLine> unanswered = answer.lines().isEmpty() ? List.of() : matcher.unanswered();
        LineOutcome outcome = outcome(answer, apportioning.ofEverything(answer));
        return new PostedClaim(
                claim, answer, answer.meaning().forwarded(), whole, outcome, lines, unmatched, unanswered);
    }

    /**
     * A line without payment is denied unless the patient or an earlier payer bears the allowed amount: the claim status
     * alone does not tell, and a whole charge that is "contractual" is a refusal too.
     */
    private static LineOutcome outcome(ClaimPayment answer, PostedAmounts amounts) {
        ClaimStatus status = answer.meaning();
        if (status == ClaimStatus.REVERSAL) {
            return LineOutcome.REVERSED;
        }
        if (status == ClaimStatus.NOT_OURS_FORWARDED) {
            return LineOutcome.FORWARDED;
        }
        if (!status.adjudicated()) {
            return LineOutcome.PENDING;
        }
        boolean borne = some(amounts.paid()) || some(amounts.patientResponsibility()) || some(amounts.prior());
        boolean refused = some(amounts.charge()) || !amounts.denials().isEmpty();
        if ((!borne && refused) || (status == ClaimStatus.DENIED && !some(amounts.paid()))) {
            return LineOutcome.DENIED;
        }
        return some(amounts.denied()) ? LineOutcome.PARTLY_DENIED : LineOutcome.PAID;
    }

    private static boolean some(BigDecimal amount) {
        return amount.signum() != 0;
    }
}
