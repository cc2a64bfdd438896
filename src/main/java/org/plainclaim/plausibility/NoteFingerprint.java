package org.plainclaim.plausibility;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MinHash signature of a note: of each of 128 orders of all runs of words, the first that the note has.
 *
 * <p>The share of equal places in two signatures estimates the similarity of the notes, with a standard deviation of
 * 0.03 at 0.9. The signature is cut into 16 bands of 8; notes that share a band are worth comparing, which are 99.99 of
 * 100 pairs with similarity 0.9 and 6 of 100 with 0.5. The text can not be read back from it.
 */
public final class NoteFingerprint {
    /** What an estimate may be off: nearly four standard deviations. */
    public static final double TOLERANCE = 0.1;

    private static final int ORDERS = 128;
    private static final int BAND = 8;
    private static final long[] FACTORS = Mixing.sequence(0x706C61696EL, ORDERS);
    private static final long[] TERMS = Mixing.sequence(0x636C61696DL, ORDERS);

    private final int[] signature;

    private NoteFingerprint(int[] signature) {
        this.signature = signature;
    }

    public static NoteFingerprint of(NoteShingles shingles) {
        int[] least = new int[ORDERS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (long shingle : shingles.hashes()) {
            for (int i = 0; i < ORDERS; i++) {
                int place = (int) ((shingle * (FACTORS[i] | 1) + TERMS[i]) >>> 33);
                least[i] = Math.min(least[i], place);
            }
        }
        return new NoteFingerprint(least);
    }

    /** The similarity of two notes, estimated. */
    public double similarity(NoteFingerprint other) {
        int equal = 0;
        for (int i = 0; i < ORDERS; i++) {
            equal += signature[i] == other.signature[i] ? 1 : 0;
        }
        return (double) equal / ORDERS;
    }

    /** One number for each band. */
    public List<Long> bands() {
        List<Long> bands = new ArrayList<>(ORDERS / BAND);
        for (int from = 0; from < ORDERS; from += BAND) {
            long band = from;
            for (int i = from; i < from + BAND; i++) {
                band = Mixing.mix(band + signature[i]);
            }
            bands.add(band);
        }
        return bands;
    }

    /** The bands of notes that somebody has: of one patient, or of one clinician. */
    public List<Long> bandsOf(String owner) {
        long key = 0;
        for (int i = 0; i < owner.length(); i++) {
            key = Mixing.mix(key + owner.charAt(i));
        }
        long whose = key;
        return bands().stream().map(band -> Mixing.mix(band ^ whose)).toList();
    }

    /** The signature as text. */
    public String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(ORDERS * Integer.BYTES);
        bytes.asIntBuffer().put(signature);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * The signature that a text stands for.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NoteFingerprint decoded(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != ORDERS * Integer.BYTES) {
            throw new IllegalArgumentException("no signature of " + ORDERS + " places");
        }
        int[] signature = new int[ORDERS];
        ByteBuffer.wrap(bytes).asIntBuffer().get(signature);
        return new NoteFingerprint(signature);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteFingerprint that && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
