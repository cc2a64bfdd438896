package org.plainclaim.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Fact;

/** Reads the diagnoses of the session in the order of their use and rank, as far as the encounter states them. */
final class DiagnosisReader {
    private final Reading reading;
    private final Element encounter;

    DiagnosisReader(Reading reading, Element encounter) {
        this.reading = reading;
        this.encounter = encounter;
    }

    List<Diagnosis> read(Resource session) {
        Map<String, Diagnosis> diagnoses = new LinkedHashMap<>();
        List<Element> ranked = new ArrayList<>(encounter.each("diagnosis"));
        ranked.sort(Comparator.comparing(DiagnosisReader::use).thenComparing(DiagnosisReader::rank));
        for (Element diagnosis : ranked) {
            reading.follow(diagnosis.child("condition")).ifPresent(condition -> add(diagnoses, condition));
        }
        if (diagnoses.isEmpty()) {
            encounter.each("reasonReference").forEach(reason -> reading.find(reason)
                    .ifPresent(condition -> add(diagnoses, reading.use(condition))));
            reading.ofType("Condition").stream()
                    .filter(condition -> reading.leadsTo(condition.root().child("encounter"), session))
                    .forEach(condition -> add(diagnoses, reading.use(condition)));
        }
        return List.copyOf(diagnoses.values());
    }

    /** What is for the bill comes first, what the encounter itself calls a comorbidity last; a rank is one of its use. */
    private static int use(Element diagnosis) {
        for (Element coding : diagnosis.child("use").each("coding")) {
            if (coding.child("system").is(Systems.DIAGNOSIS_ROLE)) {
                return switch (coding.child("code").textOr("")) {
                    case "billing" -> 0;
                    case "CM" -> 2;
                    default -> 1;
                };
            }
        }
        return 1;
    }

    private static int rank(Element diagnosis) {
        Element rank = diagnosis.child("rank");
        return rank.present() ? rank.json().asInt() : Integer.MAX_VALUE;
    }

    private static void add(Map<String, Diagnosis> diagnoses, Element condition) {
        if (condition.path().equals("Condition")) {
            Fact<String> code = coded(condition.child("code"), Systems.ICD10CM)
                    .orElse(Fact.unknown(condition.child("code").evidence()));
            Fact<String> verification = coded(condition.child("verificationStatus"), Systems.VERIFICATION)
                    .orElse(Fact.unknown(condition.child("verificationStatus").evidence()));
            Fact<String> clinical = coded(condition.child("clinicalStatus"), Systems.CLINICAL)
                    .orElse(Fact.unknown(condition.child("clinicalStatus").evidence()));
            List<Fact<String>> notes = condition.each("note").stream()
                    .map(note -> note.child("text").fact())
                    .filter(Fact::known)
                    .toList();
            Fact<String> text = condition.child("code").child("text").fact();
            diagnoses.putIfAbsent(
                    condition.resource(),
                    new Diagnosis(condition.resource(), code, verification, clinical, text, notes));
        }
    }

    static Optional<Fact<String>> coded(Element concept, String system) {
        return concept.each("coding").stream()
                .filter(coding -> coding.child("system").is(system))
                .findFirst()
                .map(coding -> coding.child("code").fact());
    }
}
