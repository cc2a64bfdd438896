package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one instrument over time.
 *
 * @param instrument which one
 * @param series the measures that have a score and a day, the earliest first; never empty
 */
public record MeasureTrend(Instrument instrument, List<ClinicalMeasure> series) {
    private static final Comparator<ClinicalMeasure> ORDER = Comparator.comparing(
                    (ClinicalMeasure measure) -> measure.takenOn().get())
            .thenComparing(ClinicalMeasure::reference);

    public MeasureTrend {
        series = List.copyOf(series);
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a trend of nothing");
        }
    }

    /** One trend for each instrument, in the order in which they first appear. */
    public static List<MeasureTrend> of(List<ClinicalMeasure> measures) {
        Map<String, List<ClinicalMeasure>> byInstrument = new LinkedHashMap<>();
        measures.stream().filter(ClinicalMeasure::comparable).sorted(ORDER).forEach(measure -> byInstrument
                .computeIfAbsent(measure.instrument().id(), id -> new ArrayList<>())
                .add(measure));
        return byInstrument.values().stream()
                .map(series -> new MeasureTrend(series.get(0).instrument(), series))
                .toList();
    }

    /** The trend up to a measure, without what came after it. */
    public MeasureTrend until(ClinicalMeasure measure) {
        return new MeasureTrend(instrument, series.subList(0, series.indexOf(measure) + 1));
    }

    public ClinicalMeasure first() {
        return series.get(0);
    }

    public ClinicalMeasure latest() {
        return series.get(series.size() - 1);
    }

    /** The one before the latest. */
    public Optional<ClinicalMeasure> previous() {
        return series.size() < 2 ? Optional.empty() : Optional.of(series.get(series.size() - 2));
    }

    /** Points from the first to the latest score; below zero if it fell. */
    public int change() {
        return latest().score().get() - first().score().get();
    }

    /**
     * {@code improved}, {@code worse} or {@code unchanged} by what counts as change; {@code single} if there is one score
     * only, {@code not-judged} if no public source says what counts.
     */
    public String verdict() {
        Integer reliable = instrument.progress().reliable();
        if (series.size() < 2) {
            return "single";
        }
        if (reliable == null) {
            return "not-judged";
        }
        int better = instrument.scale().lowerIsBetter() ? -change() : change();
        return better >= reliable ? "improved" : better <= -reliable ? "worse" : "unchanged";
    }

    /** True if enough of the first score is gone; null if that can not be told. */
    public @Nullable Boolean response() {
        Integer percent = instrument.progress().response();
        if (percent == null || !startedIll()) {
            return null;
        }
        return -change() * 100 >= percent * first().score().get();
    }

    /** True if the latest score is below that of remission; null if that can not be told. */
    public @Nullable Boolean remission() {
        Integer below = instrument.progress().remissionBelow();
        if (below == null || !startedIll()) {
            return null;
        }
        return latest().score().get() < below;
    }

    /** Response and remission are defined for those only whose first score was high enough. */
    private boolean startedIll() {
        Integer from = instrument.progress().responseFrom();
        return series.size() > 1 && from != null && first().score().get() >= from;
    }
}
