package org.plainclaim.server.eligibility;

import java.time.LocalDate;
import java.util.Optional;
import org.plainclaim.explanation.Finding;

/** Decides whether a payer may be told that somebody asks about a member: who asks can say what the patient has. */
public interface InquiryGate {
    /** Lets everything through. */
    InquiryGate OPEN = new InquiryGate() {
        @Override
        public Optional<Finding> objection(Inquiry inquiry) {
            return Optional.empty();
        }

        @Override
        public void asked(Inquiry inquiry) {
            // nobody has to know
        }
    };

    /**
     * What is about to be asked.
     *
     * @param request reference of the CoverageEligibilityRequest
     * @param patient reference of the patient; empty if it names none
     * @param provider reference of who asks; empty if it names nobody
     * @param npi number of who asks; empty if there is none
     * @param payer id of the payer
     * @param book id of the payer's rules; empty if it has none of its own
     * @param insurer reference of the payer; empty if there is none
     * @param from first day that is asked about
     * @param to last day that is asked about
     */
    record Inquiry(
            String request,
            String patient,
            String provider,
            String npi,
            String payer,
            String book,
            String insurer,
            LocalDate from,
            LocalDate to) {}

    /** Why it may not be asked; empty if it may. */
    Optional<Finding> objection(Inquiry inquiry);

    /** It was asked. */
    void asked(Inquiry inquiry);
}
