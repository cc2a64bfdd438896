package org.plainclaim.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.terminology.InstrumentLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class MeasureTrendTest {
    private static final Instruments INSTRUMENTS = InstrumentLoader.load(TerminologyFolder.shipped());

    private static ClinicalMeasure measure(String id, String day, int score) {
        String reference = "Observation/" + id + "-" + day;
        Evidence evidence = new Evidence(reference, "Observation.value", String.valueOf(score));
        return new ClinicalMeasure(
                INSTRUMENTS.named(id).orElseThrow(),
                reference,
                Fact.of(score, evidence),
                Fact.of(LocalDate.parse(day), evidence),
                false,
                Map.of());
    }

    private static MeasureTrend trend(String id, String scores) {
        List<ClinicalMeasure> measures = new ArrayList<>();
        int month = 1;
        for (String score : scores.split(" ", -1)) {
            measures.add(0, measure(id, "2026-0" + month++ + "-01", Integer.parseInt(score)));
        }
        List<MeasureTrend> trends = MeasureTrend.of(measures);
        assertEquals(1, trends.size());
        return trends.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "phq-9, 15 11, -4, unchanged",
        "phq-9, 15 10, -5, improved",
        "phq-9, 10 14, 4, unchanged",
        "phq-9, 10 15, 5, worse",
        "phq-9, 15 20 10, -5, improved",
        "gad-7, 15 10, -5, unchanged",
        "gad-7, 15 9, -6, improved",
        "gad-7, 9 15, 6, worse",
        "pcl-5, 50 41, -9, unchanged",
        "pcl-5, 50 40, -10, improved",
        "audit, 20 5, -15, not-judged",
        "phq-9, 15, 0, single",
    })
    void judgesByWhatCountsAsChange(String id, String scores, int change, String verdict) {
        MeasureTrend trend = trend(id, scores);
        assertEquals(change, trend.change());
        assertEquals(verdict, trend.verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "20 10, true, false",
        "20 11, false, false",
        "10 5, true, false",
        "10 4, true, true",
        "9 1, , ",
        "12, , ",
    })
    void saysResponseAndRemissionOfDepression(String scores, Boolean response, Boolean remission) {
        assertEquals(response, trend("phq-9", scores).response());
        assertEquals(remission, trend("phq-9", scores).remission());
    }

    @Test
    void saysNeitherWhereNoSourceDoes() {
        assertNull(trend("gad-7", "20 2").response());
        assertNull(trend("gad-7", "20 2").remission());
    }

    @Test
    void keepsInstrumentsApartAndOrdersByDay() {
        List<MeasureTrend> trends = MeasureTrend.of(List.of(
                measure("phq-9", "2026-03-01", 8),
                measure("gad-7", "2026-02-01", 12),
                measure("phq-9", "2026-01-01", 18)));
        assertEquals(2, trends.size());
        MeasureTrend phq = trends.get(0);
        assertEquals(18, phq.first().score().get());
        assertEquals(8, phq.latest().score().get());
        assertEquals(18, phq.previous().orElseThrow().score().get());
        assertTrue(trends.get(1).previous().isEmpty());
    }
}
