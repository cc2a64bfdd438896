package org.plainclaim.cli.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that somebody probably meant. */
final class Nearest {
    private static final int LETTERS_PER_SLIP = 3;

    private final Collection<String> known;

    Nearest(Collection<String> known) {
        this.known = known;
    }

    /** {@code Did you mean x?} with a space before it, or nothing if no name is near. */
    String hint(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        LevenshteinDistance slips = new LevenshteinDistance(Math.max(1, asked.length() / LETTERS_PER_SLIP));
        return known.stream()
                .filter(candidate -> slips.apply(asked, candidate) >= 0)
                .min(Comparator.<String>comparingInt(candidate -> slips.apply(asked, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> " Did you mean " + candidate + "?")
                .orElse("");
    }
}
