package org.plainclaim.x12;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks through the bytes of a file for control segments; of all others it keeps nothing. */
final class ControlScan {
    private static final int HEADER = 106;
    private static final int KEPT = 200;
    private static final int BUFFER = 1 << 16;
    private static final int MOST = 1_000;

    private final InputStream file;
    private final List<InterchangeContents> found = new ArrayList<>();
    private final byte[] segment = new byte[KEPT];
    private int length;
    private boolean over;
    private @Nullable Draft draft;

    ControlScan(InputStream file) {
        this.file = new BufferedInputStream(file, BUFFER);
    }

    private static final class Draft {
        private final String[] header;
        private final int terminator;
        private final String separator;
        private final Set<TransactionKind> kinds = EnumSet.noneOf(TransactionKind.class);
        private String function = "";
        private String version = "";

        private Draft(byte[] isa) {
            separator = Pattern.quote(String.valueOf((char) (isa[3] & 0xff)));
            header = text(isa, HEADER - 1).split(separator, -1);
            terminator = isa[HEADER - 1] & 0xff;
        }

        private String element(int number) {
            return number < header.length ? header[number].strip() : "";
        }

        private InterchangeContents made(boolean whole) {
            return new InterchangeContents(
                    element(6),
                    element(8),
                    element(13),
                    element(14).equals("1"),
                    !element(15).equals("T"),
                    kinds,
                    whole);
        }

        private void see(String text) {
            String[] elements = text.split(separator, -1);
            switch (elements[0]) {
                case "GS" -> {
                    function = elements.length > 1 ? elements[1] : "";
                    version = elements.length > 8 ? elements[8] : "";
                }
                case "ST" -> kinds.add(TransactionKind.of(function, version, elements.length > 1 ? elements[1] : ""));
                case "TA1" -> kinds.add(TransactionKind.INTERCHANGE_ACKNOWLEDGMENT);
                default -> {
                    // says nothing about what is in the file
                }
            }
        }
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    List<InterchangeContents> interchanges() throws IOException {
        int next = file.read();
        while (next >= 0 && !over && found.size() < MOST) {
            Draft open = draft;
            if (open == null) {
                header(next);
            } else if (next == open.terminator) {
                ended(open);
            } else if (length > 0 || next > ' ') {
                keep((byte) next);
            }
            next = file.read();
        }
        close(false);
        return List.copyOf(found);
    }

    /** Where the readers of segments give up, there is nothing more to be found. */
    private void keep(byte next) {
        if (length < KEPT) {
            segment[length] = next;
        }
        length++;
        over = length > BoundedSegments.LONGEST;
    }

    /** Between interchanges there is nothing but spaces; anything else ends the reading. */
    private void header(int first) throws IOException {
        if (first <= ' ') {
            return;
        }
        byte[] isa = new byte[HEADER];
        isa[0] = (byte) first;
        int read = file.readNBytes(isa, 1, HEADER - 1) + 1;
        if (read == HEADER && text(isa, 3).equals("ISA")) {
            draft = new Draft(isa);
            length = 0;
        } else {
            over = true;
        }
    }

    private void ended(Draft open) {
        String text = text(segment, Math.min(length, KEPT));
        length = 0;
        if (text.startsWith("IEA")) {
            close(true);
        } else if (text.startsWith("ISA")) {
            // the reader of segments says what is wrong with one inside of another
            close(false);
        } else {
            open.see(text);
        }
    }

    private void close(boolean whole) {
        if (draft != null) {
            found.add(draft.made(whole));
            draft = null;
        }
    }
}
