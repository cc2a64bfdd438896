package org.plainclaim.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.release.CodesContent.Entry;

/**
 * The CPT file that a site has a licence for: code and descriptor, with a tab, blanks or a comma between them, below
 * lines of copyright or a heading.
 */
final class CptLines {
    private static final EffectivePeriod ALWAYS = new EffectivePeriod(null, null);
    private static final Pattern ROW = Pattern.compile("(?:[0-9]+\\t)?\"?([0-9]{4}[0-9A-Z])\"?(?:\\t|,| +)\\s*(\\S.*)");
    private static final int MOST_LINES_ABOVE = 100;

    private final CodeTarget target;
    private final Faults faults;

    CptLines(CodeTarget target, Faults faults) {
        this.target = target;
        this.faults = faults;
    }

    void read(DecodedText text) throws IOException {
        BufferedReader reader = new BufferedReader(text, 1 << 16);
        long line = 0;
        boolean began = false;
        for (String row = reader.readLine(); row != null; row = reader.readLine()) {
            line++;
            Matcher found = ROW.matcher(row);
            if (found.matches()) {
                began = true;
                target.add(line, new Entry(found.group(1), label(found.group(2)), true, ALWAYS));
            } else if (!row.isBlank() && (began || line > MOST_LINES_ABOVE)) {
                faults.add(line, "wrong columns, or the line is cut: no code of five characters with a descriptor");
            }
        }
    }

    /** Of a row with more columns the last one with text is the longest descriptor. */
    private static String label(String text) {
        String stripped = text.strip();
        String last = stripped.substring(stripped.lastIndexOf('\t') + 1).strip();
        boolean quoted = last.length() > 1 && last.startsWith("\"") && last.endsWith("\"");
        return quoted ? last.substring(1, last.length() - 1).replace("\"\"", "\"") : last;
    }
}
