package org.plainclaim.x12;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file as long as its segments are as short as segments are; a longer one would have to fit into memory. */
final class BoundedSegments extends InputStream {
    static final int LONGEST = 1 << 16;
    private static final int HEADER = 106;
    private static final int ISA = ('I' << 16) | ('S' << 8) | 'A';

    private final InputStream file;
    private boolean header = true;
    private int terminator = -1;
    private int length;
    private int name;

    BoundedSegments(InputStream file) {
        this.file = file;
    }

    /** A segment is too long. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        private TooLongException() {
            super("a segment of more than " + LONGEST + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        int next = file.read();
        if (next >= 0) {
            watch(next);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        int read = file.read(bytes, offset, most);
        for (int i = offset; i < offset + read; i++) {
            watch(bytes[i] & 0xff);
        }
        return read;
    }

    private void watch(int next) throws IOException {
        if (next == terminator && !header) {
            length = 0;
            name = 0;
            return;
        }
        if (length == 0 && next <= ' ') {
            return;
        }
        length++;
        if (header && length == HEADER) {
            terminator = next;
            header = false;
            length = 0;
            name = 0;
        } else if (length <= 3) {
            name = (name << 8) | next;
            // another interchange may have another terminator
            header |= length == 3 && name == ISA;
        } else if (length > LONGEST) {
            throw new TooLongException();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
