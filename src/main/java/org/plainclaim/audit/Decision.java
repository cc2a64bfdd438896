package org.plainclaim.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the program concluded.
 *
 * @param name such as {@code derived}, {@code held} or {@code submitted}
 * @param patient reference of the patient; empty to have it looked up by the focus
 * @param focus plain reference of the resource that it is about
 * @param resources versioned references of what it was concluded from or led to
 * @param details such as the release; with {@code recipient} it is a disclosure; one without a value is left out
 */
public record Decision(String name, String patient, String focus, List<String> resources, Map<String, String> details) {
    public Decision {
        resources = List.copyOf(resources);
        details = details.entrySet().stream()
                .filter(detail -> !detail.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean recipient() {
        return details.containsKey("recipient");
    }
}
