package org.plainclaim.server.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.plainclaim.eligibility.EligibilityAnswer;

/** An answer as the text that the database keeps, so that it can be compared with the next one. */
final class AnswerText {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AnswerText() {}

    static String of(EligibilityAnswer answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always text", e);
        }
    }

    static EligibilityAnswer read(String text) {
        try {
            return MAPPER.readValue(text, EligibilityAnswer.class);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException(
                    "a stored answer can not be read: " + e.getClass().getSimpleName());
        }
    }
}
