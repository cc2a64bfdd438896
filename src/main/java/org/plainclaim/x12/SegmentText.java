package org.plainclaim.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Segments as text in the delimiters of {@link SegmentOutput}, for what is written too often to go one by one. */
public final class SegmentText {
    private static final int USUAL_SIZE = 1024;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int size;
    private int segments;

    /**
     * One segment; empty elements at its end are left out.
     *
     * @return the first element, from 1, with a delimiter in it or a character outside of the extended set, which makes
     *     the text useless; 0 if there is none
     */
    public int segment(String id, String... elements) {
        int last = elements.length;
        while (last > 0 && elements[last - 1].isEmpty()) {
            last--;
        }
        int wrong = 0;
        append(id);
        for (int i = 0; i < last; i++) {
            room(1);
            bytes[size++] = SegmentOutput.ELEMENT_DELIMITER;
            if (!append(elements[i]) && wrong == 0) {
                wrong = i + 1;
            }
        }
        room(1);
        bytes[size++] = SegmentOutput.SEGMENT_DELIMITER;
        segments++;
        return wrong;
    }

    private boolean append(String text) {
        room(text.length());
        boolean right = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == SegmentOutput.COMPONENT) {
                bytes[size++] = SegmentOutput.COMPONENT_DELIMITER;
            } else {
                right &= c >= ' ' && !SegmentOutput.delimiter(c) && !SegmentOutput.foreign(c);
                bytes[size++] = (byte) c;
            }
        }
        return right;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** How many segments there are. */
    public int segments() {
        return segments;
    }

    /** All of it as one string, which two texts with the same segments have in common. */
    public String text() {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    /** Gives back what it does not need. */
    public SegmentText trimmed() {
        bytes = Arrays.copyOf(bytes, size);
        return this;
    }

    void writeTo(OutputStream file) throws IOException {
        file.write(bytes, 0, size);
    }
}
