package org.plainclaim.server.answers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.x12.remittance.SentClaim;
import org.plainclaim.x12.remittance.SentClaims;

/** What was sent, as far as answers ask for it; reads and writes in the transaction of its caller. */
interface SentLog extends SentClaims {
    /** What is known of a claim that was sent. */
    Optional<SentRecord> record(SentClaim claim);

    /** The claim that a question of ours (276) was about, by its number. */
    Optional<SentRecord> asked(String trace);

    /** Notes that the payer answered what it was asked about a claim; true if it was asked anything. */
    boolean answeredQuestion(SentRecord sent);

    /** The keys of what was sent of the same Claim to the same payer before. */
    List<String> earlier(SentRecord sent);

    /** The claims of a transaction of ours; none if nothing went out under its numbers. */
    List<SentRecord> in(SentTransaction transaction);

    /** Which claims stand where in a transaction of ours; empty if nothing went out under its numbers. */
    Optional<SentClaimPlaces> places(SentTransaction transaction, Set<Long> positions);

    /** Says what an answer came to for an interchange of ours; false if there is none under this number. */
    boolean interchange(String partner, String control, Answered what);

    /** Says what an answer came to, and the number that the payer gave the claim (empty if it gave none). */
    void answered(SentRecord sent, Answered what, String payerControlNumber);

    /** What an answer can come to for what was sent. */
    enum Answered {
        /** Syntax and envelope were taken. */
        TAKEN,
        /** The payer took the claim into adjudication. */
        ACCEPTED,
        /** The claim is to be corrected and sent again. */
        REJECTED,
        /** A remittance answered it. */
        ADJUDICATED
    }
}
