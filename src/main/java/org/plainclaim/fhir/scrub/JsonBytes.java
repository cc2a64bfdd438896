package org.plainclaim.fhir.scrub;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON being written as UTF-8: names and marks as they are, texts with what JSON wants escaped. */
final class JsonBytes {
    private static final int LAST_ASCII = 0x7f;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    JsonBytes(int room) {
        this.bytes = new byte[room];
    }

    /** The text in quotation marks, as bytes that can be written again and again. */
    static byte[] quoted(String text) {
        JsonBytes json = new JsonBytes(text.length() + 2);
        json.text(text);
        return json.toBytes();
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** JSON that is known to be right. */
    JsonBytes raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    /** JSON in ASCII that is known to be right. */
    JsonBytes raw(String json) {
        int length = json.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) json.charAt(i);
        }
        size += length;
        return this;
    }

    /** A text in quotation marks. */
    JsonBytes text(String text) {
        int length = text.length();
        room(length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char one = text.charAt(i);
            if (one < ' ' || one == '"' || one == '\\' || one > LAST_ASCII) {
                rest(text, i);
                return this;
            }
            bytes[size++] = (byte) one;
        }
        bytes[size++] = '"';
        return this;
    }

    /** From the first character on that is not written as it is. */
    private void rest(String text, int from) {
        byte[] utf = text.substring(from).getBytes(StandardCharsets.UTF_8);
        room(utf.length * 6 + 1);
        for (byte one : utf) {
            if (one >= 0 && one < ' ') {
                control(one);
            } else {
                if (one == '"' || one == '\\') {
                    bytes[size++] = '\\';
                }
                bytes[size++] = one;
            }
        }
        bytes[size++] = '"';
    }

    private void control(byte one) {
        int known = "\b\t\n\f\r".indexOf(one);
        bytes[size++] = '\\';
        if (known >= 0) {
            bytes[size++] = (byte) "btnfr".charAt(known);
        } else {
            bytes[size++] = 'u';
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[one >> 4];
            bytes[size++] = HEX[one & 0xf];
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
