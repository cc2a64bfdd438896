package org.plainclaim.server.terminology;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A resource as it is written: JSON, straight into bytes. */
final class Answer {
    private static final JsonFactory JSON = new JsonFactory();

    private final ByteArrayBuilder bytes = new ByteArrayBuilder(512);
    private final JsonGenerator json;

    Answer() throws IOException {
        json = JSON.createGenerator(bytes);
    }

    /** The generator, for what is no Parameters resource. */
    JsonGenerator json() {
        return json;
    }

    /** Begins a Parameters resource. */
    void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("resourceType", "Parameters");
        json.writeArrayFieldStart("parameter");
    }

    /** Ends it. */
    void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A parameter with a value of some type, such as {@code valueString}; none without a value. */
    void put(String name, String type, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField(type, value);
            json.writeEndObject();
        }
    }

    void put(String name, boolean value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeBooleanField("valueBoolean", value);
        json.writeEndObject();
    }

    void put(String name, LocalDate value) throws IOException {
        put(name, "valueDate", value.toString());
    }

    /** Begins a parameter with parts. */
    void beginParts(String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("part");
    }

    /** Ends it. */
    void endParts() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What was written, as one document. */
    byte[] bytes() throws IOException {
        json.close();
        return bytes.toByteArray();
    }
}
