package org.plainclaim.confidentiality;

/** Keeps a log of what was told to whom; called in the transaction in which it leaves. */
@FunctionalInterface
public interface Disclosures {
    /** Writes down one disclosure. */
    void made(MadeDisclosure disclosure);
}
