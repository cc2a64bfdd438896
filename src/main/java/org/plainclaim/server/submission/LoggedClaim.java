package org.plainclaim.server.submission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.remittance.SentClaim;
import org.plainclaim.x12.remittance.SentLine;

/**
 * A version of a Claim that was submitted, as the log knows it.
 *
 * @param number our number for it (CLM01)
 * @param claim reference of the Claim, without a version
 * @param version version of the Claim
 * @param order place of the coverage that it goes to in the order of payers
 * @param response reference of its ClaimResponse
 * @param patient reference of the patient
 * @param payer id of the payer
 * @param partner id of the trading partner; empty while the payer has none
 * @param form professional or institutional
 * @param frequency what it is to an earlier claim
 * @param original our number for the claim that it replaces or voids; empty if none
 * @param state where it is
 * @param hold why it is held; null unless it is
 * @param payerNumber number that the payer gave it; empty while none is known
 * @param interchange the log's id of the interchange that it stands in; null before
 * @param created when it was submitted
 * @param submission what is sent
 */
public record LoggedClaim(
        String number,
        String claim,
        long version,
        int order,
        String response,
        String patient,
        String payer,
        String partner,
        Form form,
        Frequency frequency,
        String original,
        ClaimState state,
        @Nullable Hold hold,
        String payerNumber,
        @Nullable Long interchange,
        Instant created,
        Submission submission) {

    /** As far as a remittance has to be matched with it; a line without a price counts nothing. */
    public SentClaim sent() {
        List<SentLine> lines =
                submission.lines().stream().map(LoggedClaim::sent).toList();
        return new SentClaim(number, payerNumber, submission.charge(), lines);
    }

    private static SentLine sent(Line line) {
        return new SentLine(
                line.control(),
                line.procedure(),
                line.from(),
                line.to(),
                line.charge() == null ? Money.ZERO : line.charge(),
                line.units());
    }
}
