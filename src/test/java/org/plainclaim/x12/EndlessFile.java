package org.plainclaim.x12;

import java.io.InputStream;

/** A file that is longer than the memory is large: a beginning, a part again and again, and an end. */
final class EndlessFile extends InputStream {
    private final byte[][] pieces;
    private final long[] left;
    private int piece;
    private int at;

    EndlessFile(String beginning, String part, long times, String end) {
        pieces = new byte[][] {HostileFiles.bytes(beginning), HostileFiles.bytes(part), HostileFiles.bytes(end)};
        left = new long[] {1, times, 1};
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) {
        while (piece < pieces.length && (left[piece] == 0 || pieces[piece].length == 0)) {
            piece++;
            at = 0;
        }
        if (piece == pieces.length) {
            return -1;
        }
        int length = Math.min(most, pieces[piece].length - at);
        System.arraycopy(pieces[piece], at, bytes, offset, length);
        at += length;
        if (at == pieces[piece].length) {
            at = 0;
            left[piece]--;
        }
        return length;
    }
}
