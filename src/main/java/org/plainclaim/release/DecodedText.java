package org.plainclaim.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text of a file that may be UTF-8 or, as many published files are, Windows-1252; decided line by line, so that nothing
 * is kept. What can not be text is refused.
 */
final class DecodedText extends Reader {
    private static final int LONGEST_LINE = 1 << 20;
    private static final Charset OLD = Charset.forName("windows-1252");

    private final InputStream in;
    private byte[] bytes = new byte[1 << 10];
    private CharBuffer line = CharBuffer.allocate(0);
    private long number;
    private boolean whole = true;

    DecodedText(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** It is no text. */
    static final class NotText extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;

        NotText(long line, String what) {
            super(what);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!line.hasRemaining() && !fill()) {
            return -1;
        }
        int many = Math.min(length, line.remaining());
        line.get(target, offset, many);
        return many;
    }

    /** The number of the last line that was begun. */
    long number() {
        return number;
    }

    /** False if the file ends in the middle of a line. */
    boolean endsWithLine() {
        return whole;
    }

    private boolean fill() throws IOException {
        int count = 0;
        int next = in.read();
        if (next < 0) {
            return false;
        }
        number++;
        while (next >= 0) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, grown());
            }
            bytes[count++] = (byte) next;
            if (next == '\n') {
                break;
            }
            next = in.read();
        }
        whole = next == '\n';
        line = decoded(count);
        return true;
    }

    private int grown() throws NotText {
        if (bytes.length >= LONGEST_LINE) {
            throw new NotText(number, "is no text: a line of more than " + LONGEST_LINE + " characters");
        }
        return bytes.length * 2;
    }

    private CharBuffer decoded(int count) throws IOException {
        boolean plain = true;
        for (int i = 0; i < count; i++) {
            byte one = bytes[i];
            plain &= one >= 0;
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != 0x1A && one != '\f') {
                throw new NotText(number, "is no text: it has the byte " + one);
            }
        }
        ByteBuffer raw = ByteBuffer.wrap(bytes, 0, count);
        if (plain) {
            return StandardCharsets.ISO_8859_1.decode(raw);
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(raw);
            return number == 1 && text.length() > 0 && text.charAt(0) == '\uFEFF'
                    ? text.subSequence(1, text.length())
                    : text;
        } catch (CharacterCodingException older) {
            return OLD.decode(ByteBuffer.wrap(bytes, 0, count));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
