package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.training.CaseFault;
import org.plainclaim.training.TrainingCase;

/**
 * The cases at hand.
 *
 * @param cases those that can be worked on, by id, in the order of their files
 * @param sessions the session of each as a Bundle
 * @param faults what is wrong with the others
 */
public record CaseLibrary(Map<String, TrainingCase> cases, Map<String, ObjectNode> sessions, List<CaseFault> faults) {
    public CaseLibrary {
        cases = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        sessions = Map.copyOf(sessions);
        faults = List.copyOf(faults);
    }

    public Optional<TrainingCase> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }
}
