package org.plainclaim.x12;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.EDIStreamWriter;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes segments in an envelope with its counts. */
public final class SegmentOutput {
    static final char COMPONENT = '\u001f';
    private static final char REPETITION = '\u001e';
    static final char ELEMENT_DELIMITER = '*';
    static final char COMPONENT_DELIMITER = ':';
    static final char SEGMENT_DELIMITER = '~';
    private static final int LONGEST = 512;
    private static final String DELIMITERS = "*:~^";

    private final OutputStream file;
    private final EDIStreamWriter writer;
    private final Interchange interchange;
    private boolean grouped;
    private int transactions;
    private long segments;
    private boolean texts;

    /** An output with one interchange and one group in it. */
    public SegmentOutput(OutputStream file, Interchange interchange, String function, String version) {
        this(file, interchange);
        group(function, version);
    }

    /** An output with one interchange and no group in it yet, for what stands before the groups (TA1). */
    public SegmentOutput(OutputStream file, Interchange interchange) {
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIOutputFactory.TRUNCATE_EMPTY_ELEMENTS, true);
        factory.setErrorReporter((error, writer, location, data, reference) -> complaint(error, location));
        this.file = file;
        this.writer = factory.createEDIStreamWriter(file);
        this.interchange = interchange;
        open();
    }

    /** The library has not seen segments that were text, so it can not count them; we do. */
    private void complaint(EDIStreamValidationError error, Location location) {
        boolean uncounted = error == EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT
                && texts
                && "SE".equals(location.getSegmentTag());
        if (!uncounted) {
            throw new IllegalStateException("segment " + location.getSegmentTag() + " element "
                    + location.getElementPosition() + " can not be written: " + error);
        }
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

    private void open() {
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
                date().substring(2),
                time(),
                "^",
                "00501",
                control,
                "0",
                interchange.production() ? "P" : "T",
                ":"
            });
        } catch (EDIStreamException | EDISchemaException e) {
            throw failure("the interchange can not be opened", e);
        }
    }

    private String date() {
        return interchange.at().format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
    }

    private String time() {
        return interchange.at().format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT));
    }

    /** Begins the one group of the interchange. */
    public void group(String function, String version) {
        grouped = true;
        segment("GS", function, interchange.sender(), interchange.receiver(), date(), time(), group(), "X", version);
    }

    private String group() {
        return Long.toString(interchange.group());
    }

    private static String padded(String id) {
        return String.format(Locale.ROOT, "%-15s", id);
    }

    /** Begins a transaction. */
    public void begin(String type, String version) {
        transactions++;
        segments = 0;
        texts = false;
        segment("ST", type, transaction(), version);
    }

    private String transaction() {
        return transaction(interchange, transactions - 1);
    }

    /** Control number (ST02) of a transaction of a file, counted from 0. */
    public static String transaction(Interchange interchange, int index) {
        return String.format(Locale.ROOT, "%04d", interchange.transaction() + index);
    }

    /**
     * Segments that stand as text already.
     *
     * @throws UncheckedIOException if the file can not be written
     */
    public void segments(SegmentText text) {
        try {
            writer.flush();
            text.writeTo(file);
        } catch (EDIStreamException e) {
            throw failure("segments can not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        segments += text.segments();
        texts = true;
    }

    private static RuntimeException failure(String message, Exception e) {
        return e.getCause() instanceof IOException failed
                ? new UncheckedIOException(failed)
                : new IllegalStateException(message, e);
    }

    /** Ends it with its count. */
    public void end() {
        segment("SE", Long.toString(segments + 1), transaction());
    }

    /** Ends the file. */
    public void close() {
        if (grouped) {
            segment("GE", Integer.toString(transactions), group());
        }
        segment("IEA", grouped ? "1" : "0", String.format(Locale.ROOT, "%09d", interchange.control()));
        try {
            writer.endInterchange();
            writer.flush();
        } catch (EDIStreamException e) {
            throw failure("the interchange can not be closed", e);
        }
    }

    /**
     * One segment; empty elements at its end are left out.
     *
     * @throws IllegalArgumentException if an element has a delimiter in it, or a character outside of the extended set, or is
     *     longer than any may be; says which, not what
     */
    public void segment(String id, String... elements) {
        for (int i = 0; i < elements.length; i++) {
            check(id, i + 1, elements[i]);
        }
        try {
            write(id, elements);
        } catch (EDIStreamException e) {
            throw failure(id + " can not be written", e);
        }
        segments++;
    }

    private static void check(String id, int element, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(id + " element " + element + " is too long");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (delimiter(c) || (c < ' ' && c != COMPONENT && c != REPETITION)) {
                throw new IllegalArgumentException(id + " element " + element + " has a delimiter in it");
            }
            if (foreign(c)) {
                throw new IllegalArgumentException(
                        id + " element " + element + " has a character outside of the extended set");
            }
        }
    }

    /** True for what separates elements, components, repetitions or segments. */
    static boolean delimiter(char c) {
        return DELIMITERS.indexOf(c) >= 0;
    }

    /** True for what is not in the extended character set. */
    static boolean foreign(char c) {
        return c > '}' || c == '`';
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
