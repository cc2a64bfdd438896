package org.plainclaim.release;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;

/**
 * The codes of an edition.
 *
 * @param codes in order of code and date
 */
record CodesContent(List<Entry> codes) implements EditionContent {
    private static final int OPEN = Integer.MIN_VALUE;

    CodesContent {
        codes = List.copyOf(codes);
    }

    /**
     * A code with the dates that its file gives it.
     *
     * @param code as it is written on a claim
     * @param label in the words of the file
     * @param leaf false if only longer codes may be used
     * @param period dates of the code itself, where the file has them
     */
    record Entry(String code, String label, boolean leaf, EffectivePeriod period) {}

    @Override
    public int rows() {
        return codes.size();
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(codes.size());
        for (Entry entry : codes) {
            out.writeUTF(entry.code());
            out.writeUTF(entry.label());
            out.writeBoolean(entry.leaf());
            out.writeInt(day(entry.period().from()));
            out.writeInt(day(entry.period().to()));
        }
    }

    static CodesContent read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Entry> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = in.readUTF();
            String label = in.readUTF();
            boolean leaf = in.readBoolean();
            LocalDate from = date(in.readInt());
            codes.add(new Entry(code, label, leaf, new EffectivePeriod(from, date(in.readInt()))));
        }
        return new CodesContent(codes);
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? OPEN : (int) date.toEpochDay();
    }

    private static @Nullable LocalDate date(int day) {
        return day == OPEN ? null : LocalDate.ofEpochDay(day);
    }
}
