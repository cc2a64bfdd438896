package org.plainclaim.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Knows the texts and numbers that are JSON but that no database keeps. */
final class JsonValues {
    private JsonValues() {}

    /** What the value is that can not be kept, or null if it can. */
    static @Nullable String unstorable(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return unstorable(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        }
        return token.isNumeric() ? unstorable(parser.getText()) : null;
    }

    private static @Nullable String unstorable(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == 0) {
                return "the character NUL";
            }
            if (Character.isSurrogate(text[i])) {
                boolean pair = i + 1 < offset + length && Character.isSurrogatePair(text[i], text[i + 1]);
                if (!pair) {
                    return "half of a surrogate pair";
                }
                i++;
            }
        }
        return null;
    }

    private static @Nullable String unstorable(String number) {
        double value = Double.parseDouble(number);
        boolean vanishes = value == 0 && number.replaceFirst("[eE].*", "").matches(".*[1-9].*");
        return Double.isInfinite(value) || vanishes ? "a number beyond 300 powers of ten" : null;
    }
}
