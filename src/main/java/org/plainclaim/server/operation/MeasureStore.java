package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.plainclaim.documentation.Instrument;
import org.plainclaim.documentation.Instruments;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;

/** Finds in the store what states the scores and answers of a patient's instruments. */
final class MeasureStore {
    /** How far back measures are looked for where nobody says. */
    static final int MONTHS = 24;

    /** Resources of each type at most: the latest. */
    static final int MOST = 200;

    private static final String LOINC = "http://loinc.org";

    private final List<Long> codes;

    MeasureStore(Instruments instruments) {
        List<Long> hashes = new ArrayList<>();
        for (Instrument instrument : instruments.all()) {
            if (!instrument.codes().total().isEmpty()) {
                hashes.add(code(instrument.codes().total()));
            }
            hashes.add(code(instrument.codes().panel()));
        }
        this.codes = List.copyOf(hashes);
    }

    private static long code(String code) {
        return Question.hash("Observation", "code", LOINC, code);
    }

    /** Takes in the latest measures of a patient between two days, both included. */
    void gather(Current patient, LocalDate from, LocalDate to, Gathering gathering) {
        gathering.addAllOf(asked(patient, from, to));
    }

    /** What that asks the store. */
    List<Question> asked(Current patient, LocalDate from, LocalDate to) {
        // a day more on both sides: the store compares days as they are written, which are others elsewhere
        LocalDate first = from.minusDays(1);
        LocalDate last = to.plusDays(1);
        List<Question> questions = new ArrayList<>();
        questions.addAll(ofPatient("Observation", patient, one -> one.within("Observation", "date", first, last)
                .having(codes)
                .atMost(MOST)));
        questions.addAll(ofPatient(
                "QuestionnaireResponse", patient, one -> one.within("QuestionnaireResponse", "authored", first, last)
                        .atMost(MOST)));
        return questions;
    }

    /** What refers to the patient by id or by identifier. */
    private static List<Question> ofPatient(String type, Current patient, UnaryOperator<Question> narrow) {
        List<Question> questions = new ArrayList<>();
        questions.add(narrow.apply(Question.referring(patient.reference(), type + ".subject")));
        for (JsonNode identifier : patient.json().path("identifier")) {
            questions.add(narrow.apply(Gathering.token(type, "patient-identifier", identifier)));
        }
        return questions;
    }
}
