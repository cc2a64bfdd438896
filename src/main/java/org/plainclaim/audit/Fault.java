package org.plainclaim.audit;

/**
 * Something that is wrong with a chain.
 *
 * @param kind what
 * @param chain id of the chain; it begins with the name of its node
 * @param sequence number of the first entry concerned
 * @param words what it means
 */
public record Fault(Kind kind, String chain, long sequence, String words) {
    /** Kinds of faults. */
    public enum Kind {
        /** Entries are not there, though later ones are. */
        GAP,
        /** An entry does not say what was written. */
        EDITED,
        /** An entry does not stand where it was written. */
        REORDERED,
        /** The end of a chain is not there, though others know of it. */
        TRUNCATED,
        /** A checkpoint is not signed by the key it names. */
        BAD_SIGNATURE
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": chain " + chain + ", entry "
                + sequence + ": " + words;
    }
}
