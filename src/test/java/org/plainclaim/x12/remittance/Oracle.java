package org.plainclaim.x12.remittance;

import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Another program's opinion of a file that we wrote. */
public final class Oracle {
    private Oracle() {}

    /** What it complains about. */
    public static List<String> complaints(FileType type, String text) throws IOException {
        X12Reader reader = new X12Reader(type, new StringReader(text));
        List<String> complaints = new ArrayList<>(reader.getErrors());
        complaints.addAll(reader.getFatalErrors());
        return complaints;
    }
}
