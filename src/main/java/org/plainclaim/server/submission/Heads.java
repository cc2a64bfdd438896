package org.plainclaim.server.submission;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Optional;
import org.plainclaim.server.submission.Responses.About;
import org.plainclaim.submission.ClaimNumber;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Submission;

/** Gives a claim its number, and says what it is to what was sent before. */
final class Heads {
    private final SubmissionLog log;

    Heads(SubmissionLog log) {
        this.log = log;
    }

    /**
     * The submission as it leaves. A Claim of which the payer has an earlier version replaces it, whatever it says of itself.
     *
     * @throws UnprocessableEntityException if the payer's number for the earlier one is not known
     */
    Submission on(Submission read, Precedents before, About about) {
        Heading heading = read.heading();
        Frequency frequency = heading.frequency();
        String original = heading.originalNumber();
        Optional<LoggedClaim> earlier = before.atPayer();
        if (earlier.isPresent()) {
            frequency = frequency == Frequency.VOID ? Frequency.VOID : Frequency.REPLACEMENT;
            String known = earlier.get().payerNumber();
            original = known.isEmpty() ? original : known;
        }
        if (frequency.needsOriginal() && original.isEmpty()) {
            throw unknown(earlier.isPresent());
        }
        String kept = frequency.needsOriginal() ? original : "";
        return with(read, head(heading, number(heading.id(), about, read), frequency, kept));
    }

    /** The same under another number. */
    static Submission numbered(Submission submission, String number) {
        Heading heading = submission.heading();
        return with(submission, head(heading, number, heading.frequency(), heading.originalNumber()));
    }

    private static UnprocessableEntityException unknown(boolean sent) {
        return Unfit.because(
                "Claim.related",
                sent
                        ? "An earlier version of this Claim was sent, so this one has to replace it or take it back;"
                                + " for that it takes the payer's number for the earlier one, which is not known yet."
                        : "The Claim replaces an earlier one or takes it back, and the payer's number for the earlier"
                                + " one is not known.",
                "Wait until the payer's answer (277CA or 835) brings its number and submit again; or say it in"
                        + " Claim.related.reference.value, with relationship prior. A claim that the payer refused at the"
                        + " entrance is sent as a new one, without Claim.related.");
    }

    /** Its own number, unless that was given before: what goes out again needs one that tells it from the earlier ones. */
    private String number(String own, About about, Submission read) {
        boolean fit = own.matches("[0-9A-Z-]{1," + ClaimNumber.LONGEST + "}");
        return fit && log.claim(own).isEmpty()
                ? own
                : ClaimNumber.of(
                        about.reference(),
                        about.version() + "/" + read.cover().order()
                                + (about.attempt() == 1 ? "" : "/" + about.attempt()));
    }

    private static Heading head(Heading head, String number, Frequency frequency, String original) {
        return new Heading(
                number,
                head.form(),
                frequency,
                original,
                head.placeOfService(),
                head.total(),
                head.authorization(),
                head.referral(),
                head.clia(),
                head.signatures(),
                head.note());
    }

    private static Submission with(Submission read, Heading heading) {
        return new Submission(
                heading,
                read.stay(),
                read.providers(),
                read.patient(),
                read.cover(),
                read.others(),
                read.diagnoses(),
                read.lines());
    }
}
