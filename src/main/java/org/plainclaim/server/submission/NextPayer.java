package org.plainclaim.server.submission;

/** Whether the payer that comes after the one of a claim has to be thought of. */
public enum NextPayer {
    /** The payer has not decided. */
    NONE,
    /** It has: the patient may have another coverage that has to get the rest. */
    DUE,
    /** That is done, or the payer did it. */
    DONE
}
