package org.plainclaim.audit;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in a chain.
 *
 * @param chain id of the chain
 * @param sequence number of the entry, from 1
 * @param hash its hash
 */
public record Head(String chain, long sequence, String hash) {
    /** By chain and number. */
    static final Comparator<Head> ORDER = Comparator.comparing(Head::chain).thenComparing(Head::sequence);

    /** Reads what {@link #toString} wrote. */
    public static Optional<Head> parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,18}") || !parts[2].matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        return Optional.of(new Head(parts[0], Long.parseLong(parts[1]), parts[2]));
    }

    @Override
    public String toString() {
        return chain + " " + sequence + " " + hash;
    }
}
