package org.plainclaim.release;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainclaim.codes.ProcedureNumber;
import org.plainclaim.codes.UnitLimit;
import org.plainclaim.codes.UnitLimits;

/**
 * The unit limits of an edition.
 *
 * @param limits by code
 */
record UnitsContent(SortedMap<String, UnitLimit> limits) implements EditionContent {
    @Override
    public int rows() {
        return limits.size();
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(limits.size());
        for (var limit : limits.entrySet()) {
            out.writeUTF(limit.getKey());
            out.writeInt(limit.getValue().units());
            out.writeByte(limit.getValue().indicator());
        }
    }

    static UnitsContent read(DataInputStream in) throws IOException {
        SortedMap<String, UnitLimit> limits = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            limits.put(in.readUTF(), new UnitLimit(in.readInt(), in.readByte()));
        }
        return new UnitsContent(limits);
    }

    /** The same in little room; numbers of codes are in the order of codes. */
    UnitLimits compact() {
        int[] codes = limits.keySet().stream().mapToInt(ProcedureNumber::of).toArray();
        int[] packed = limits.values().stream().mapToInt(UnitLimits::packed).toArray();
        return new UnitLimits(codes, packed);
    }
}
