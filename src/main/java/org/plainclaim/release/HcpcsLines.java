package org.plainclaim.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.release.CodesContent.Entry;

/**
 * The HCPCS Level II contractor file: lines of 320 characters, a first line of a code (record 3) and lines that go on
 * with its long text (record 4); modifiers (7 and 8) are left out.
 */
final class HcpcsLines {
    private static final int LENGTH = 320;
    private static final int RECORD = 10;
    private static final int LONG = 11;
    private static final int SHORT = 91;
    private static final int AFTER_SHORT = 119;
    private static final int ADDED = 268;
    private static final int ACTION = 276;
    private static final int ENDED = 284;
    private static final int AFTER_ENDED = 292;

    private final CodeTarget target;
    private final Faults faults;
    private long line;
    private @Nullable Open open;

    HcpcsLines(CodeTarget target, Faults faults) {
        this.target = target;
        this.faults = faults;
    }

    /** A code whose text may go on in the next line. */
    private record Open(long line, String code, StringBuilder label, EffectivePeriod period) {}

    void read(DecodedText text) throws IOException {
        BufferedReader reader = new BufferedReader(text, 1 << 16);
        for (String row = reader.readLine(); row != null; row = reader.readLine()) {
            line++;
            if (!row.isBlank() && row.charAt(0) != 0x1A) {
                if (!text.endsWithLine() && row.length() < LENGTH) {
                    faults.add(line, "the line is cut: it has " + row.length() + " of " + LENGTH + " characters");
                } else {
                    row(row);
                }
            }
        }
        close();
    }

    private void row(String row) {
        char record = row.length() > LONG ? row.charAt(RECORD) : ' ';
        switch (record) {
            case '3' -> first(row);
            case '4' -> goesOn(row);
            case '7', '8' -> close();
            default -> faults.add(line, "wrong columns: '" + record + "' at 11 is no record of a HCPCS file");
        }
    }

    private void first(String row) {
        close();
        String code = row.substring(0, 5).strip();
        if (row.length() < ENDED || !code.matches("[A-Z][0-9]{4}")) {
            faults.add(
                    line,
                    row.length() < ENDED
                            ? "the line is cut, or has other columns: it ends before the termination date at 285"
                            : "wrong columns: '" + code + "' is no HCPCS code");
            return;
        }
        LocalDate added = date(row, ADDED, ACTION, "added");
        target.seen(date(row, ACTION, ENDED, "action"));
        LocalDate ended = date(row, ENDED, Math.min(AFTER_ENDED, row.length()), "termination");
        if (added != null && ended != null && ended.isBefore(added)) {
            faults.add(line, "the code " + code + " ends on " + ended + ", before it was added on " + added);
            return;
        }
        open = new Open(line, code, new StringBuilder(label(row)), new EffectivePeriod(added, ended));
    }

    private static String label(String row) {
        String text = row.substring(LONG, SHORT).strip();
        return text.isEmpty() ? row.substring(SHORT, AFTER_SHORT).strip() : text;
    }

    private @Nullable LocalDate date(String row, int from, int to, String what) {
        String text = row.substring(from, to).strip();
        LocalDate date = Days.of(text);
        if (date == null && !text.isEmpty()) {
            faults.add(line, "wrong columns: '" + text + "' at " + (from + 1) + " is no " + what + " date");
        }
        return date;
    }

    private void goesOn(String row) {
        Open code = open;
        if (code == null || !row.startsWith(code.code())) {
            faults.add(line, "a line that goes on with a text that did not begin; lines are missing above it");
            return;
        }
        code.label().append(' ').append(row, LONG, Math.min(SHORT, row.length()));
    }

    private void close() {
        Open code = open;
        if (code != null) {
            String label = code.label().toString().replaceAll("\\s+", " ").strip();
            target.add(code.line(), new Entry(code.code(), label, true, code.period()));
        }
        open = null;
    }
}
