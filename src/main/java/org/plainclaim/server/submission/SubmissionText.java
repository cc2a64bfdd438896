package org.plainclaim.server.submission;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.LocalDate;
import org.plainclaim.submission.Submission;

/** A submission as text for the log; a later release that knows more elements still reads it. */
final class SubmissionText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new Day()))
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SubmissionText() {}

    static String of(Submission submission) {
        try {
            return JSON.writeValueAsString(submission);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission can not be written as text", e);
        }
    }

    /** The cause is left out, as it quotes the text. */
    @SuppressWarnings("UnusedException")
    static Submission read(String text) {
        try {
            return JSON.readValue(text, Submission.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission in the log can not be read");
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        private Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return LocalDate.parse(parser.getText());
        }
    }
}
