package org.plainclaim.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns text into JSON trees; decimals keep their digits. */
public final class Json {
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 50_000_000;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private Json() {}

    /**
     * Parses one JSON document.
     *
     * @throws BadInput if it is none, or nested deeper than {@value #DEEPEST} levels
     */
    public static JsonNode parse(byte[] text) throws BadInput {
        return parse(() -> READER.readTree(text));
    }

    /**
     * Parses one JSON document.
     *
     * @throws BadInput if it is none, or nested deeper than {@value #DEEPEST} levels
     */
    public static JsonNode parse(String text) throws BadInput {
        return parse(() -> READER.readTree(text));
    }

    /** Something that reads a tree. */
    private interface Parsing {
        @Nullable
        JsonNode read() throws IOException;
    }

    private static JsonNode parse(Parsing parsing) throws BadInput {
        try {
            JsonNode tree = parsing.read();
            if (tree == null || !tree.isObject()) {
                throw new BadInput(List.of(new InputProblem(
                        "structure", "Bundle", "The input is not a JSON object.", "Send one FHIR R4 Bundle as JSON.")));
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new BadInput(List.of(new InputProblem(
                    "too-costly",
                    "Bundle",
                    "The JSON is nested deeper than " + DEEPEST + " levels, or one text in it is too long.",
                    "Send the session without deeply nested or very large elements.")));
        } catch (JsonProcessingException e) {
            throw notJson(e.getLocation());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static BadInput notJson(@Nullable JsonLocation location) {
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        String column = location == null ? "" : ", column " + location.getColumnNr();
        return new BadInput(
                List.of(new InputProblem(
                        "structure",
                        "Bundle",
                        "The input is not well-formed JSON at line " + line + column + ".",
                        "Send one FHIR R4 Bundle as JSON, with every property name once.")),
                line);
    }
}
