package org.plainclaim.server.desk.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The FHIR interface refused something; what it said is for the person who asked, never for a log. */
public final class FhirRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode outcome;

    FhirRefusal(int status, JsonNode outcome) {
        super("the FHIR interface answered " + status);
        this.status = status;
        this.outcome = outcome;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** What it said: what is the case and what to do next. */
    public List<String> words() {
        return StreamSupport.stream(outcome.path("issue").spliterator(), false)
                .flatMap(issue -> Stream.of(
                        issue.at("/details/text").asText(""),
                        issue.path("diagnostics").asText("")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
