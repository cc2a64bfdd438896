package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Refuses a path or query that does not decode to text. */
final class UrlCheck implements RequestCheck {
    @Override
    public @Nullable Refusal refuse(HttpServletRequest request) {
        String query = request.getQueryString();
        if (!decodes(request.getRequestURI())) {
            return bad("path");
        }
        return query == null || decodes(query) ? null : bad("query");
    }

    private static Refusal bad(String part) {
        return Refusal.of(
                400,
                "invalid",
                "The " + part + " of the URL holds a percent-escape that is not UTF-8 text; write % as %25 and send"
                        + " other characters as their UTF-8 bytes.");
    }

    /** Whether every escape is two hexadecimal digits and the bytes are UTF-8 without NUL. */
    static boolean decodes(String raw) {
        if (isPlain(raw)) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int value = hex(raw, i + 1) * 16 + hex(raw, i + 2);
            if (hex(raw, i + 1) < 0 || hex(raw, i + 2) < 0 || value == 0) {
                return false;
            }
            bytes.put((byte) value);
            i += 2;
        }
        return isUtf8(bytes.flip());
    }

    /** Most URLs have nothing in them that could go wrong. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' || c == 0 || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static int hex(String raw, int index) {
        return index < raw.length() ? Character.digit(raw.charAt(index), 16) : -1;
    }
}
