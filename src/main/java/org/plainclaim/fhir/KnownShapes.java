package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Resources whose shape was looked at and found right: the people, places and plans of a patient are in every session of the record.
 *
 * <p>To be used by one thread, for resources that nobody changes.
 */
public final class KnownShapes {
    private final Set<JsonNode> right = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Everything about the shape of a resource that is not as FHIR says. */
    List<InputProblem> check(Resource resource) {
        if (right.contains(resource.json())) {
            return List.of();
        }
        List<InputProblem> problems = Shapes.check(resource);
        if (problems.isEmpty()) {
            right.add(resource.json());
        }
        return problems;
    }
}
