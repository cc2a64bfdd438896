package org.plainclaim.release;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.plainclaim.codes.ProcedurePairs;

/** The procedure pairs of an edition. */
record PairsContent(ProcedurePairs pairs) implements EditionContent {
    private static final int CHUNK = 1 << 13;

    @Override
    public int rows() {
        return pairs.size();
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        int[] codes = pairs.codes();
        out.writeInt(codes.length);
        for (int code : codes) {
            out.writeInt(code);
        }
        long[] rows = pairs.rows();
        out.writeInt(rows.length);
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (int i = 0; i < rows.length; i += CHUNK) {
            int many = Math.min(CHUNK, rows.length - i);
            buffer.asLongBuffer().put(rows, i, many);
            out.write(buffer.array(), 0, many * Long.BYTES);
        }
    }

    static PairsContent read(DataInputStream in) throws IOException {
        int[] codes = new int[count(in.readInt(), ProcedurePairs.MOST_CODES)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = in.readInt();
        }
        long[] rows = new long[count(in.readInt(), Integer.MAX_VALUE / Long.BYTES)];
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (int i = 0; i < rows.length; i += CHUNK) {
            int many = Math.min(CHUNK, rows.length - i);
            in.readFully(buffer.array(), 0, many * Long.BYTES);
            buffer.asLongBuffer().get(rows, i, many);
        }
        return new PairsContent(new ProcedurePairs(codes, rows));
    }

    private static int count(int count, int most) throws IOException {
        if (count < 0 || count > most) {
            throw new IOException("an edition of pairs with " + count + " entries");
        }
        return count;
    }
}
