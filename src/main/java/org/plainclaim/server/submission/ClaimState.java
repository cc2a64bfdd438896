package org.plainclaim.server.submission;

import java.util.EnumSet;
import java.util.Set;

/** Where a submitted claim is on its way. */
public enum ClaimState {
    /** It does not leave until someone or something lets it. */
    HELD,
    /** It leaves with the next interchange. */
    READY,
    /** It will not leave: the claim was changed or cancelled before it did. */
    WITHDRAWN,
    /** It stands in an interchange that is written; from here on it counts as gone. */
    BATCHED,
    /** Its interchange is at the partner. */
    SENT,
    /** The payer took it in for a decision. */
    ACCEPTED,
    /** It was refused before a decision: by the interchange, the transaction or the payer's entrance. */
    REJECTED,
    /** The payer decided. */
    ANSWERED;

    /** States that become this one; answers may overtake the note that the interchange arrived. */
    Set<ClaimState> from() {
        return switch (this) {
            case HELD -> EnumSet.of(READY);
            case READY -> EnumSet.of(HELD);
            case WITHDRAWN -> EnumSet.of(HELD, READY);
            case BATCHED -> EnumSet.of(READY);
            case SENT -> EnumSet.of(BATCHED);
            case ACCEPTED -> EnumSet.of(BATCHED, SENT);
            case REJECTED -> EnumSet.of(BATCHED, SENT, ACCEPTED);
            case ANSWERED -> EnumSet.of(BATCHED, SENT, ACCEPTED, REJECTED);
        };
    }

    /** True if news of this state is old news to a claim in that one. */
    boolean isBehind(ClaimState current) {
        return switch (this) {
            case SENT -> EnumSet.of(SENT, ACCEPTED, REJECTED, ANSWERED).contains(current);
            case ACCEPTED -> EnumSet.of(ACCEPTED, ANSWERED).contains(current);
            default -> this == current;
        };
    }

    /** True if the payer has the claim, or may have it: it can only be replaced or voided. */
    public boolean gone() {
        return this != HELD && this != READY && this != WITHDRAWN;
    }
}
