package org.plainclaim.fhir.confidentiality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Reads whether an organization, or one of its services, says of itself that it is a program of a kind. */
public final class ProgramReader {
    private final Vocabulary vocabulary;

    public ProgramReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The kind of program that an Organization ({@code type}) or HealthcareService ({@code category, type}) is. */
    public Optional<String> kind(JsonNode source) {
        for (String element : new String[] {"type", "category", "program"}) {
            for (JsonNode concept : source.path(element)) {
                for (JsonNode coding : concept.path("coding")) {
                    Optional<String> kind = vocabulary.meaning(
                            Domain.PROGRAM,
                            coding.path("system").asText(),
                            coding.path("code").asText());
                    if (kind.isPresent()) {
                        return kind;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
