package org.plainclaim.server.submission;

/** Why a submitted claim does not leave. */
public enum Hold {
    /** No trading partner takes claims for its payer. */
    NO_PARTNER(
            "no-trading-partner",
            "No trading partner takes claims for the payer.",
            "Add the payer to the file of trading partners (PLAINCLAIM_PARTNERS) and start the server again; the claim"
                    + " then leaves by itself."),
    /** The form that the partner takes can not say what the claim says. */
    UNWRITABLE(
            "claim-not-writable",
            "The claim can not be written as an 837.",
            "Correct the element that is named and submit the claim again."),
    /** Somebody wants it to wait. */
    ASKED("held-on-request", "Somebody asked to hold the claim.", "Let it go with Claim/$release."),
    /** It may not be told any more: a consent was revoked or has ended, or the patient asked for it. */
    NOT_PERMITTED(
            "disclosure-not-permitted",
            "The claim may not be disclosed to the payer now.",
            "Get the consent of the patient; the claim then leaves by itself. If the payer must not be told, cancel"
                    + " it."),
    /** What was submitted is not what the Claim says now. */
    CHANGED(
            "claim-changed-after-submit",
            "The Claim was changed after it was submitted and before it left.",
            "Submit it again: its present version takes the place of the submitted one.");

    private final String code;
    private final String message;
    private final String fix;

    Hold(String code, String message, String fix) {
        this.code = code;
        this.message = message;
        this.fix = fix;
    }

    /** Stable code of the reason. */
    public String code() {
        return code;
    }

    /** What is the matter, in one sentence. */
    public String message() {
        return message;
    }

    /** The next step, in one sentence. */
    public String fix() {
        return fix;
    }
}
