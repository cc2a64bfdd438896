package org.plainclaim.x12;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes segments in an envelope with its counts. */
public final class SegmentOutput {
    private static final char COMPONENT = '\u001f';
    private static final char REPETITION = '\u001e';
    private static final String DELIMITERS = "*:~^";

    private final EDIStreamWriter writer;
    private final Interchange interchange;
    private int transactions;
    private long segments;

    /** An output with one interchange and one group in it. */
    public SegmentOutput(OutputStream file, Interchange interchange, String function, String version) {
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIOutputFactory.TRUNCATE_EMPTY_ELEMENTS, true);
        this.writer = factory.createEDIStreamWriter(file);
        this.interchange = interchange;
        open(function, version);
    }

    /** Parts of one element. */
    public static String composite(String... parts) {
        int last = parts.length;
        while (last > 0 && parts[last - 1].isEmpty()) {
            last--;
        }
        return String.join(
                String.valueOf(COMPONENT), java.util.Arrays.asList(parts).subList(0, last));
    }

    /** What stands in one element that may repeat. */
    public static String repeated(List<String> values) {
        return String.join(String.valueOf(REPETITION), values);
    }

    private void open(String function, String version) {
        String date = interchange.at().format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
        String time = interchange.at().format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT));
        String control = String.format(Locale.ROOT, "%09d", interchange.control());
        try {
            writer.setControlSchema(SchemaFactory.newFactory()
                    .getControlSchema(EDIStreamConstants.Standards.X12, new String[] {"00501"}));
            writer.startInterchange();
            write("ISA", new String[] {
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                "ZZ",
                padded(interchange.sender()),
                "ZZ",
                padded(interchange.receiver()),
                date.substring(2),
                time,
                "^",
                "00501",
                control,
                "0",
                interchange.production() ? "P" : "T",
                ":"
            });
        } catch (EDIStreamException | EDISchemaException e) {
            throw new IllegalStateException("the interchange can not be opened", e);
        }
        segment("GS", function, interchange.sender(), interchange.receiver(), date, time, group(), "X", version);
    }

    private String group() {
        return Long.toString(interchange.control());
    }

    private static String padded(String id) {
        return String.format(Locale.ROOT, "%-15s", id);
    }

    /** Begins a transaction. */
    public void begin(String type, String version) {
        transactions++;
        segments = 0;
        segment("ST", type, transaction(), version);
    }

    private String transaction() {
        return String.format(Locale.ROOT, "%04d", transactions);
    }

    /** Ends it with its count. */
    public void end() {
        segment("SE", Long.toString(segments + 1), transaction());
    }

    /** Ends the file. */
    public void close() {
        segment("GE", Integer.toString(transactions), group());
        segment("IEA", "1", String.format(Locale.ROOT, "%09d", interchange.control()));
        try {
            writer.endInterchange();
            writer.flush();
        } catch (EDIStreamException e) {
            throw new IllegalStateException("the interchange can not be closed", e);
        }
    }

    /**
     * One segment; empty elements at its end are left out.
     *
     * @throws IllegalArgumentException if an element has a delimiter in it, or a character outside of the extended set;
     *     says which, not what
     */
    public void segment(String id, String... elements) {
        for (int i = 0; i < elements.length; i++) {
            check(id, i + 1, elements[i]);
        }
        try {
            write(id, elements);
        } catch (EDIStreamException e) {
            throw new IllegalStateException(id + " can not be written", e);
        }
        segments++;
    }

    private static void check(String id, int element, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DELIMITERS.indexOf(c) >= 0 || (c < ' ' && c != COMPONENT && c != REPETITION)) {
                throw new IllegalArgumentException(id + " element " + element + " has a delimiter in it");
            }
            if (c > '}' || c == '`') {
                throw new IllegalArgumentException(
                        id + " element " + element + " has a character outside of the extended set");
            }
        }
    }

    private void write(String id, String[] elements) throws EDIStreamException {
        writer.writeStartSegment(id);
        for (String element : elements) {
            if (element.indexOf(REPETITION) >= 0) {
                repeat(element.split(String.valueOf(REPETITION), -1));
            } else if (element.indexOf(COMPONENT) < 0) {
                writer.writeElement(element);
            } else {
                writer.writeStartElement();
                for (String part : element.split(String.valueOf(COMPONENT), -1)) {
                    writer.writeComponent(part);
                }
                writer.endElement();
            }
        }
        writer.writeEndSegment();
    }

    private void repeat(String[] values) throws EDIStreamException {
        writer.writeElement(values[0]);
        for (int i = 1; i < values.length; i++) {
            writer.writeRepeatElement();
            writer.writeElementData(values[i]);
            writer.endElement();
        }
    }
}
