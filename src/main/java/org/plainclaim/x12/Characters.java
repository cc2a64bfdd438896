package org.plainclaim.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The letters of an element whose bytes were read one by one: UTF-8 if they are that, and otherwise Latin-1, which every
 * byte is; so that no letter of a name can make a file unreadable.
 */
final class Characters {
    private Characters() {}

    static String of(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) > '~') {
                return decoded(bytes);
            }
        }
        return bytes;
    }

    private static String decoded(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }
}
