package org.plainclaim.server.desk.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.plainclaim.server.desk.fhir.FhirAsPerson;

/**
 * One request of a person.
 *
 * @param person who asks
 * @param fhir the FHIR interface, asked as the person
 * @param steps what stood in the braces of the address
 * @param sent query parameters, or the fields of the form
 * @param clock now, in the zone of the practice
 */
public record Visit(
        Person person, FhirAsPerson fhir, Map<String, String> steps, Map<String, String> sent, Clock clock) {
    public Visit {
        steps = Map.copyOf(steps);
        sent = Map.copyOf(sent);
    }

    /** A step of the address. */
    public String step(String name) {
        return steps.getOrDefault(name, "");
    }

    /** What was sent under the name; empty if nothing was. */
    public String field(String name) {
        return sent.getOrDefault(name, "").strip();
    }

    /** The day in the zone of the practice. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
