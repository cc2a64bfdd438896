package org.plainclaim.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.Instrument;
import org.plainclaim.documentation.Instruments;
import org.plainclaim.documentation.MeasureScoring;
import org.plainclaim.documentation.MeasureScoring.Scored;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * Reads standardized instruments: those of the session, and those of the patient before it. A QuestionnaireResponse says
 * more than the Observation that was made of it, so it goes first.
 */
final class MeasureReader {
    private static final Set<String> FINAL = Set.of("final", "amended", "corrected");
    private static final Set<String> COMPLETED = Set.of("completed", "amended");

    private final Reading reading;
    private final Optional<Resource> patient;
    private final Instruments instruments;

    MeasureReader(Reading reading, Optional<Resource> patient, Instruments instruments) {
        this.reading = reading;
        this.patient = patient;
        this.instruments = instruments;
    }

    /** The measures of every day. */
    List<ClinicalMeasure> all() {
        return read(null, Fact.unknown(Evidence.missing("", "")));
    }

    /** The measures up to the day of the session. */
    List<ClinicalMeasure> read(@Nullable Resource session, Fact<LocalDate> date) {
        List<ClinicalMeasure> measures = new ArrayList<>();
        of("QuestionnaireResponse", COMPLETED).forEach(response -> {
            Answers answers = Answers.ofResponse(response.root(), instruments);
            add(new Source(response, response.root().child("authored"), session, date.value()), answers, measures);
        });
        of("Observation", FINAL).forEach(observation -> {
            Answers answers = Answers.ofObservation(observation.root(), instruments);
            add(new Source(observation, taken(observation.root()), session, date.value()), answers, measures);
        });
        return alike(measures);
    }

    private List<Resource> of(String type, Set<String> statuses) {
        return reading.ofType(type).stream()
                .filter(resource ->
                        statuses.contains(resource.root().child("status").textOr("")))
                .filter(resource ->
                        patient.isPresent() && reading.leadsTo(resource.root().child("subject"), patient.get()))
                .sorted(Comparator.comparing(Resource::reference))
                .toList();
    }

    private static Element taken(Element observation) {
        Element instant = observation.choice("effective", "Instant");
        return instant.present() ? instant : observation.choice("effective", "DateTime");
    }

    /** Where a measure is written, and the session it is read for. */
    private record Source(Resource resource, Element day, @Nullable Resource session, @Nullable LocalDate date) {
        Fact<LocalDate> takenOn() {
            return day.fact(Moment::day);
        }

        boolean afterSession() {
            LocalDate on = takenOn().value();
            return on != null && date != null && on.isAfter(date);
        }
    }

    private void add(Source source, Answers answers, List<ClinicalMeasure> measures) {
        boolean ofSession = ofSession(source);
        if (!ofSession && source.afterSession()) {
            return;
        }
        for (Instrument instrument : answers.instruments()) {
            Element root = reading.use(source.resource());
            Scored scored = MeasureScoring.score(instrument, answers.points());
            Fact<Integer> stated = answers.totals().get(instrument.codes().total());
            Fact<Integer> score = score(new Found(instrument, scored, stated), root, ofSession);
            measures.add(new ClinicalMeasure(
                    instrument, root.resource(), score, source.takenOn(), ofSession, scored.flags()));
        }
    }

    private boolean ofSession(Source source) {
        Resource session = source.session();
        LocalDate date = source.date();
        return (session != null && reading.leadsTo(source.resource().root().child("encounter"), session))
                || (date != null && source.takenOn().is(date));
    }

    /** What was found of one instrument: what the answers come to, and the score that is stated. */
    private record Found(Instrument instrument, Scored scored, @Nullable Fact<Integer> stated) {
        boolean answered() {
            return !scored.score().evidence().isEmpty() || !scored.outOfRange().isEmpty();
        }
    }

    private Fact<Integer> score(Found found, Element root, boolean say) {
        Fact<Integer> stated = found.stated();
        Fact<Integer> added = found.scored().score();
        Fact<Integer> none = new Fact<>(null, stated == null ? List.of(root.evidence()) : stated.evidence());
        if (stated == null && !added.known()) {
            fail("measure-incomplete", root, String.join(", ", found.scored().faults()), say);
            return none;
        }
        if (stated == null) {
            return added;
        }
        if (!found.instrument().band(stated).known()) {
            fail("measure-out-of-range", stated.evidence(), say);
            return none;
        }
        if (found.answered() && added.known() && !added.is(stated.get())) {
            fail("measure-total-conflict", stated.evidence(), say);
            return none;
        }
        return stated;
    }

    private void fail(String rule, Element root, String value, boolean say) {
        fail(rule, List.of(new Evidence(root.resource(), root.path(), value)), say);
    }

    /** Only what is wrong with the session's own measures is said. */
    private void fail(String rule, List<Evidence> evidence, boolean say) {
        if (say) {
            reading.fail(rule, evidence);
        }
    }

    /** The same score of the same day is one measure, however often it was sent. */
    private static List<ClinicalMeasure> alike(List<ClinicalMeasure> measures) {
        Set<List<Object>> seen = new HashSet<>();
        return measures.stream()
                .filter(measure -> !measure.comparable()
                        || seen.add(List.of(
                                measure.instrument().id(),
                                measure.takenOn().get(),
                                measure.score().get())))
                .toList();
    }

    /**
     * What a resource answers.
     *
     * @param instruments those it is about
     * @param points points of each question
     * @param totals stated scores, by the code of the score
     */
    record Answers(List<Instrument> instruments, Map<String, Fact<Integer>> points, Map<String, Fact<Integer>> totals) {
        static Answers ofObservation(Element observation, Instruments known) {
            return new AnswerReader(known).observation(observation);
        }

        static Answers ofResponse(Element response, Instruments known) {
            return new AnswerReader(known).response(response);
        }
    }
}
