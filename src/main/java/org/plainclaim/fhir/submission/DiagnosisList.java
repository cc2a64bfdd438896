package org.plainclaim.fhir.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;

/** The diagnoses of a claim in their order, and where a line points. */
final class DiagnosisList {
    private final ClaimReading reading;
    private final List<String> sequences = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    DiagnosisList(ClaimReading reading) {
        this.reading = reading;
        for (Element diagnosis : ordered(reading.claim().each("diagnosis"))) {
            if (!onlyAdmitting(diagnosis)) {
                sequences.add(diagnosis.child("sequence").textOr(""));
                codes.add(code(reading, diagnosis));
            }
        }
    }

    /** By their numbers, if all have one. */
    private static List<Element> ordered(List<Element> diagnoses) {
        List<Element> ordered = new ArrayList<>(diagnoses);
        ordered.sort((one, other) -> Integer.compare(
                one.child("sequence").json().asInt(),
                other.child("sequence").json().asInt()));
        return ordered;
    }

    static boolean admitting(Element diagnosis) {
        return typed(diagnosis, "admitting");
    }

    private static boolean onlyAdmitting(Element diagnosis) {
        return admitting(diagnosis) && diagnosis.each("type").size() == 1;
    }

    private static boolean typed(Element diagnosis, String type) {
        return diagnosis.each("type").stream().anyMatch(one -> ClaimReading.has(one, Systems.DIAGNOSIS_TYPE, type));
    }

    static String code(Element diagnosis) {
        return ClaimReading.code(diagnosis.child("diagnosisCodeableConcept"), Systems.ICD10CM);
    }

    /** The code on the claim, else that of the Condition it refers to. */
    private static String code(ClaimReading reading, Element diagnosis) {
        String code = code(diagnosis);
        Optional<Element> condition =
                code.isEmpty() ? reading.follow(diagnosis.child("diagnosisReference")) : Optional.empty();
        return condition
                .map(found -> ClaimReading.code(found.child("code"), Systems.ICD10CM))
                .orElse(code);
    }

    List<String> codes() {
        return List.copyOf(codes);
    }

    /** Positions from 1 of the diagnoses that a line points to. */
    List<Integer> pointers(Element item) {
        List<Integer> pointers = new ArrayList<>();
        for (Element pointer : item.each("diagnosisSequence")) {
            int position = sequences.indexOf(pointer.textOr("-"));
            if (position < 0) {
                reading.problem(
                        "not-found",
                        pointer,
                        "is the sequence of no diagnosis of the claim",
                        "Point to a diagnosis that is on the claim.");
            } else {
                pointers.add(position + 1);
            }
        }
        return pointers;
    }
}
