package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.Map;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * A standardized instrument as it was answered on one day.
 *
 * @param instrument which one
 * @param reference reference of the resource that states it
 * @param score its score; unknown if it can not be told
 * @param takenOn the day
 * @param ofSession true if it was taken in the session, or on its day
 * @param flags what single answers raised, such as {@code suicide}, with the answer
 */
public record ClinicalMeasure(
        Instrument instrument,
        String reference,
        Fact<Integer> score,
        Fact<LocalDate> takenOn,
        boolean ofSession,
        Map<String, Evidence> flags) {
    public ClinicalMeasure {
        flags = Map.copyOf(flags);
    }

    /** True if it has a score and a day, so that it can be compared with others. */
    public boolean comparable() {
        return score.known() && takenOn.known();
    }

    /** What the score means; unknown if the score is. */
    public Fact<Instrument.Band> severity() {
        return instrument.band(score);
    }
}
