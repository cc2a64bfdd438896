package org.plainclaim.audit;

import org.jspecify.annotations.Nullable;

/**
 * An entry in its place.
 *
 * @param chain id of the chain
 * @param sequence number in it, from 1 without gaps
 * @param previous hash of the entry before; zeros for the first
 * @param tie the latest entry of another chain that was known to be stored; null if there was none
 * @param entry what happened
 * @param text the bytes that are hashed, as text: all of the above in one order
 * @param hash SHA-256 of the text in lower-case hex
 */
public record SealedEntry(
        String chain, long sequence, String previous, @Nullable Head tie, Entry entry, String text, String hash) {
    /** What stands before the first entry of a chain. */
    public static final String NOTHING = "0".repeat(64);

    /** Puts an entry behind another one. */
    static SealedEntry behind(Head last, @Nullable Head tie, Entry entry) {
        long sequence = last.sequence() + 1;
        String text = CanonicalText.write(new CanonicalText.Place(last.chain(), sequence, last.hash(), tie), entry);
        return new SealedEntry(last.chain(), sequence, last.hash(), tie, entry, text, Hash.of(text));
    }

    /** Its place. */
    public Head head() {
        return new Head(chain, sequence, hash);
    }
}
