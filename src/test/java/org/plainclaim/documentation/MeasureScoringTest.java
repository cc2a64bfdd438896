package org.plainclaim.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.documentation.Instrument.Band;
import org.plainclaim.documentation.Instrument.Item;
import org.plainclaim.documentation.MeasureScoring.Scored;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.terminology.InstrumentLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class MeasureScoringTest {
    private static final Instruments INSTRUMENTS = InstrumentLoader.load(TerminologyFolder.shipped());

    private static Instrument instrument(String id) {
        return INSTRUMENTS.named(id).orElseThrow();
    }

    private static Fact<Integer> points(int points) {
        return Fact.of(points, new Evidence("Observation/1", "Observation.component", String.valueOf(points)));
    }

    /** Answers in the order of the questions; {@code -} is a question that was not answered. */
    private static Map<String, Fact<Integer>> answers(Instrument instrument, String written) {
        Map<String, Fact<Integer>> answers = new LinkedHashMap<>();
        String[] each = written.split(" ", -1);
        List<Item> items = instrument.items();
        assertEquals(items.size(), each.length);
        for (int i = 0; i < each.length; i++) {
            if (!each[i].equals("-")) {
                answers.put(items.get(i).code(), points(Integer.parseInt(each[i])));
            }
        }
        return answers;
    }

    private static Scored score(String id, String written) {
        Instrument instrument = instrument(id);
        return MeasureScoring.score(instrument, answers(instrument, written));
    }

    @ParameterizedTest
    @CsvSource({
        "phq-9, 0 0 0 0 0 0 0 0 0, 0, minimal",
        "phq-9, 1 1 1 1 0 0 0 0 0, 4, minimal",
        "phq-9, 1 1 1 1 1 0 0 0 0, 5, mild",
        "phq-9, 3 3 3 0 0 0 0 0 0, 9, mild",
        "phq-9, 3 3 3 1 0 0 0 0 0, 10, moderate",
        "phq-9, 3 3 3 3 2 0 0 0 0, 14, moderate",
        "phq-9, 3 3 3 3 3 0 0 0 0, 15, moderately-severe",
        "phq-9, 3 3 3 3 3 3 1 0 0, 19, moderately-severe",
        "phq-9, 3 3 3 3 3 3 2 0 0, 20, severe",
        "phq-9, 3 3 3 3 3 3 3 3 3, 27, severe",
        "phq-2, 1 1, 2, negative",
        "phq-2, 1 2, 3, positive",
        "phq-2, 3 3, 6, positive",
        "gad-7, 1 1 1 1 0 0 0, 4, minimal",
        "gad-7, 1 1 1 1 1 0 0, 5, mild",
        "gad-7, 3 3 3 0 0 0 0, 9, mild",
        "gad-7, 3 3 3 1 0 0 0, 10, moderate",
        "gad-7, 3 3 3 3 2 0 0, 14, moderate",
        "gad-7, 3 3 3 3 3 0 0, 15, severe",
        "gad-7, 3 3 3 3 3 3 3, 21, severe",
        "audit-c, 0 0 2, 2, negative",
        "audit-c, 1 0 2, 3, positive-for-women",
        "audit-c, 1 1 2, 4, positive",
        "audit-c, 4 4 4, 12, positive",
        "audit, 4 3 0 0 0 0 0 0 0 0, 7, low-risk",
        "audit, 4 4 0 0 0 0 0 0 0 0, 8, hazardous",
        "audit, 4 4 4 3 0 0 0 0 0 0, 15, hazardous",
        "audit, 4 4 4 4 0 0 0 0 0 0, 16, harmful",
        "audit, 4 4 4 3 0 0 0 0 0 4, 19, harmful",
        "audit, 4 4 4 4 0 0 0 0 2 2, 20, possible-dependence",
        "audit, 4 4 4 4 4 4 4 4 4 4, 40, possible-dependence",
    })
    void addsUpTheAnswersAndSaysWhatTheyMean(String id, String written, int score, String severity) {
        Scored scored = score(id, written);
        assertEquals(score, scored.score().get());
        assertEquals(severity, instrument(id).band(scored.score()).get().severity());
        assertTrue(scored.faults().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 - - - 0 -, 0, none",
        "1 0 - - - 0 -, 1, low",
        "1 1 0 0 0 0 -, 1, low",
        "1 1 1 0 0 0 -, 2, moderate",
        "0 0 - - - 1 0, 2, moderate",
        "1 1 1 1 0 0 -, 3, high",
        "1 1 0 0 1 0 -, 3, high",
        "0 0 - - - 1 1, 3, high",
    })
    void takesTheGravestAnswerOfTheSuicideScreener(String written, int score, String severity) {
        Scored scored = score("c-ssrs-screener", written);
        assertEquals(score, scored.score().get());
        assertEquals(
                severity,
                instrument("c-ssrs-screener").band(scored.score()).get().severity());
        assertEquals(score > 0, scored.flags().containsKey("suicide"));
    }

    @ParameterizedTest
    @CsvSource({
        "dast-10, 0, none",
        "dast-10, 1, low",
        "dast-10, 2, low",
        "dast-10, 3, moderate",
        "dast-10, 5, moderate",
        "dast-10, 6, substantial",
        "dast-10, 8, substantial",
        "dast-10, 9, severe",
        "dast-10, 10, severe",
        "pcl-5, 0, negative",
        "pcl-5, 30, negative",
        "pcl-5, 31, near-cut-off",
        "pcl-5, 32, near-cut-off",
        "pcl-5, 33, positive",
        "pcl-5, 80, positive",
        "epds, 9, low",
        "epds, 10, possible",
        "epds, 12, possible",
        "epds, 13, likely",
        "epds, 30, likely",
    })
    void saysWhatAStatedTotalMeans(String id, int score, String severity) {
        assertEquals(severity, instrument(id).band(points(score)).get().severity());
    }

    @Test
    void neverMakesUpForAMissingAnswer() {
        Scored scored = score("phq-9", "3 3 3 3 3 3 3 3 -");
        assertFalse(scored.score().known());
        assertEquals(Set.of("44260-8"), scored.missing());
    }

    @Test
    void asksTheFurtherQuestionsOfTheScreenerOnceThereAreThoughts() {
        Scored scored = score("c-ssrs-screener", "1 1 - 0 0 0 -");
        assertFalse(scored.score().known());
        assertEquals(Set.of("93248-3"), scored.missing());
    }

    @Test
    void takesNoAnswerThatAQuestionCanNotHave() {
        assertEquals(Set.of("44250-9"), score("phq-9", "4 0 0 0 0 0 0 0 0").outOfRange());
        assertEquals(Set.of("97740-5"), score("audit", "0 0 0 0 0 0 0 0 0 3").outOfRange());
        assertFalse(score("audit", "0 0 0 0 0 0 0 0 0 3").score().known());
    }

    @Test
    void raisesAnAnswerAboutSuicideHoweverLowTheScore() {
        assertEquals(
                Set.of("suicide"), score("phq-9", "0 0 0 0 0 0 0 0 1").flags().keySet());
        assertEquals(Map.of(), score("phq-9", "3 3 3 3 3 3 3 3 0").flags());
    }

    static List<Instrument> all() {
        return INSTRUMENTS.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyScoreOfAnInstrumentHasOneMeaning(Instrument instrument) {
        for (int score = instrument.scale().lowest();
                score <= instrument.scale().highest();
                score++) {
            Fact<Integer> fact = points(score);
            List<Band> found = instrument.bands().stream()
                    .filter(band -> band.score().matches(fact))
                    .toList();
            assertEquals(1, found.size(), instrument.id() + " " + score);
        }
        assertFalse(instrument.band(points(instrument.scale().highest() + 1)).known());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theHighestAnswersAreTheHighestScore(Instrument instrument) {
        Map<String, Fact<Integer>> answers = new LinkedHashMap<>();
        instrument.items().forEach(item -> {
            for (int points = 0; points < 5; points++) {
                Fact<Integer> fact = points(points);
                if (item.points().matches(fact)) {
                    answers.put(item.code(), fact);
                }
            }
        });
        if (!answers.isEmpty()) {
            assertEquals(
                    instrument.scale().highest(),
                    MeasureScoring.score(instrument, answers).score().get());
        }
    }

    @Test
    void twoQuestionsOfTheNineAreThePhq2() {
        assertEquals(
                List.of("phq-2"),
                INSTRUMENTS.answeredBy(Set.of("44250-9", "44255-8")).stream()
                        .map(Instrument::id)
                        .toList());
        assertEquals(
                List.of("phq-9"),
                INSTRUMENTS.answeredBy(Set.of("44250-9", "44255-8", "44260-8")).stream()
                        .map(Instrument::id)
                        .toList());
        assertEquals(List.of(), INSTRUMENTS.answeredBy(Set.of("8302-2")));
    }
}
