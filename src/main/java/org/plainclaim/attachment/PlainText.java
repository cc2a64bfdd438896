package org.plainclaim.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain text: a byte order mark decides, else the charset that is named, else UTF-8, else windows-1252. */
final class PlainText {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private PlainText() {}

    static Extraction.Text read(ContentType type, byte[] content, Output out) {
        Charset marked = marked(content);
        Charset named = type.known();
        Charset chosen = marked == null ? chosen(named, content) : marked;
        String text = new String(content, chosen).replace("\r\n", "\n").replace('\r', '\n');
        out.add(text.startsWith("\ufeff") ? text.substring(1) : text);
        if (binary(text)) {
            throw new Unreadable(Reason.TYPE_MISMATCH);
        }
        boolean asDeclared = type.charset() == null || fits(named, chosen);
        return new Extraction.Text(out.text(), List.of(), asDeclared);
    }

    /** UTF-16 with a mark is written as UTF-16LE or UTF-16BE too. */
    private static boolean fits(@Nullable Charset named, Charset chosen) {
        return named != null && (named.equals(chosen) || chosen.name().startsWith(named.name()));
    }

    private static @Nullable Charset marked(byte[] content) {
        if (begins(content, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(content, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(content, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean begins(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset chosen(@Nullable Charset named, byte[] content) {
        if (named != null && decodes(named, content)) {
            return named;
        }
        return decodes(StandardCharsets.UTF_8, content) ? StandardCharsets.UTF_8 : WESTERN;
    }

    private static boolean decodes(Charset charset, byte[] content) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Text has no control characters but tab, line and page breaks; a few stray ones are borne. */
    private static boolean binary(String text) {
        long strays = text.chars()
                .filter(sign -> (sign < ' ' && "\t\n\r\f\u000b".indexOf(sign) < 0) || sign == 0xfffd)
                .count();
        return text.indexOf('\0') >= 0 || strays * 50 > text.length();
    }
}
