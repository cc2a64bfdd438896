package org.plainclaim.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Proves that a body is one JSON document of RFC 8259 that can be stored; HAPI's own parser is more lenient. */
final class JsonCheck {
    private static final int DEEPEST = 100;
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonCheck() {}

    /**
     * Checks.
     *
     * @param nulls whether a property may be null, as in JSON Patch but not in FHIR
     */
    static void check(byte[] body, boolean nulls) throws RefusedBodyException {
        try (Reader text = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder());
                JsonParser parser = STRICT.createParser(text)) {
            readAll(parser, nulls);
        } catch (StreamConstraintsException beyond) {
            throw refused(
                    "is nested more than " + DEEPEST + " levels deep, or holds a number or name that is too long");
        } catch (JsonProcessingException malformed) {
            throw refused("is not JSON" + place(malformed.getLocation()) + "; "
                    + malformed.getOriginalMessage().replaceAll("\\R.*|: enable `.*", ""));
        } catch (CharacterCodingException malformed) {
            throw refused("is not UTF-8 text");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void readAll(JsonParser parser, boolean nulls) throws IOException, RefusedBodyException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
            throw refused(first == null ? "is empty" : "is not a JSON object");
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw refused("ends before its last brace");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            refuseValue(parser, token, nulls);
        }
        if (parser.nextToken() != null) {
            throw refused("goes on after its last brace" + place(parser.currentLocation()));
        }
    }

    private static void refuseValue(JsonParser parser, JsonToken token, boolean nulls)
            throws IOException, RefusedBodyException {
        String unstorable = JsonValues.unstorable(parser, token);
        if (unstorable != null) {
            throw refused("holds " + unstorable + place(parser.currentLocation()) + ", which no database keeps");
        }
        if (token == JsonToken.FIELD_NAME && parser.currentName().isEmpty()) {
            throw refused("holds a property without a name" + place(parser.currentLocation()));
        }
        if (token == JsonToken.VALUE_NULL
                && !nulls
                && !parser.getParsingContext().inArray()) {
            throw refused("says that '" + parser.currentName() + "' is null; leave the property out");
        }
    }

    private static String place(JsonLocation location) {
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static RefusedBodyException refused(String what) {
        return new RefusedBodyException(Refusal.of(400, "structure", "The body " + what + "."));
    }
}
