package org.plainclaim.documentation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Cell;

/**
 * A standardized instrument: questions whose answers are points, and what the points together mean.
 *
 * @param id such as {@code phq-9}
 * @param label what it asks about, in our own words
 * @param codes LOINC codes by which it is known
 * @param scale what its score can be
 * @param items its questions; empty if only the total is known here
 * @param bands what each score means
 * @param progress what counts as change
 */
public record Instrument(
        String id, String label, Codes codes, Scale scale, List<Item> items, List<Band> bands, Progress progress) {
    public Instrument {
        items = List.copyOf(items);
        bands = List.copyOf(bands);
    }

    /**
     * The LOINC codes of an instrument.
     *
     * @param total code of its score; empty if it has none
     * @param panel code of the whole
     */
    public record Codes(String total, String panel) {}

    /**
     * What a score can be.
     *
     * @param lowest lowest score
     * @param highest highest score
     * @param highestCounts true if the gravest answer is the score, false if all are added up
     * @param lowerIsBetter true if less is better
     */
    public record Scale(int lowest, int highest, boolean highestCounts, boolean lowerIsBetter) {
        boolean holds(int score) {
            return score >= lowest && score <= highest;
        }
    }

    /**
     * A question.
     *
     * @param code LOINC code
     * @param points the points that an answer can have
     * @param weight what one point counts
     * @param askedAfter code of the question that has to have points before this one is asked; empty if it is always asked
     * @param flag what an answer with points raises, such as {@code suicide}; empty if nothing
     */
    public record Item(String code, Cell points, int weight, String askedAfter, String flag) {}

    /**
     * What a range of scores means.
     *
     * @param score the scores
     * @param severity code of the meaning
     * @param label the meaning in our own words
     */
    public record Band(Cell score, String severity, String label) {}

    /**
     * What counts as change; what no public source says is null.
     *
     * @param reliable points from which on a difference is more than chance
     * @param response percent of the first score that are a response when they are gone
     * @param responseFrom first score from which on response and remission mean something
     * @param remissionBelow score below which the illness is in remission
     */
    public record Progress(
            @Nullable Integer reliable,
            @Nullable Integer response,
            @Nullable Integer responseFrom,
            @Nullable Integer remissionBelow) {
        /** Nothing is known of its change. */
        public static final Progress UNKNOWN = new Progress(null, null, null, null);
    }

    /** The question with a code. */
    public Optional<Item> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** What a score means; the fact is unknown if the score is, or is none that the instrument can have. */
    public Fact<Band> band(Fact<Integer> score) {
        Band found = bands.stream()
                .filter(band -> band.score().matches(score))
                .findFirst()
                .orElse(null);
        return new Fact<>(found, score.evidence());
    }
}
