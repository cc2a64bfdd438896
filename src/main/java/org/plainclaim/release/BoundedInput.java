package org.plainclaim.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read out of a file, and refuses more than a published file can have. */
final class BoundedInput extends FilterInputStream {
    /** The largest published file, the procedure pairs, is a tenth of it. */
    static final long MOST_BYTES = 2L << 30;

    private final Counted told;
    private final long most;
    private long count;

    /** Hears how many bytes were read. */
    interface Counted {
        void more(int bytes);
    }

    /** Too much comes out of the file. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(long most) {
            super("more than " + (most >> 20) + " MB come out of it; no release is that large");
        }
    }

    BoundedInput(InputStream in, long most, Counted told) {
        super(in);
        this.most = most;
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            counted(1);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    private void counted(int read) throws IOException {
        count += read;
        if (count > most) {
            throw new TooMuch(most);
        }
        told.more(read);
    }
}
