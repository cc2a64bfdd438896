package org.plainclaim.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands over the segments of a file one after the other, whatever its delimiters; checks counts and control numbers. */
public final class SegmentFeed implements Said.Source {
    private static final int ELEMENTS = 40;
    private static final int COMPONENTS = 10;

    /** The most that any guide allows. */
    private static final int REPETITIONS = 99;

    private final Sink sink;
    private final Envelope envelope;
    private final String[][] texts = new String[ELEMENTS][COMPONENTS];
    private final int[] filled = new int[ELEMENTS];
    private String id = "";
    private final Map<Integer, List<String>> repeated = new HashMap<>();
    private int last;
    private long position;
    private boolean handing;

    /** Whoever wants the segments. */
    public interface Sink {
        /** The next segment; the texts are those of this segment only until the next one. */
        void accept(String id, Said.Source segment, long position);

        /** Delimiters, counts or control numbers are wrong. */
        void envelopeFault(long position, String message);

        /** The file ended. */
        void finish(long position);
    }

    /** Hands each segment to several, one after the other. */
    public static Sink each(List<Sink> sinks) {
        List<Sink> all = List.copyOf(sinks);
        return new Sink() {
            @Override
            public void accept(String id, Said.Source segment, long position) {
                all.forEach(sink -> sink.accept(id, segment, position));
            }

            @Override
            public void envelopeFault(long position, String message) {
                all.forEach(sink -> sink.envelopeFault(position, message));
            }

            @Override
            public void finish(long position) {
                all.forEach(sink -> sink.finish(position));
            }
        };
    }

    private SegmentFeed(Sink sink) {
        this.sink = sink;
        this.envelope = new Envelope(sink);
    }

    /**
     * Reads a whole file; what can not be read is a fault and ends the file.
     *
     * @throws IOException if the stream itself fails
     */
    public static void read(InputStream file, Sink sink) throws IOException {
        SegmentFeed feed = new SegmentFeed(sink);
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        factory.setProperty(EDIInputFactory.EDI_NEST_HIERARCHICAL_LOOPS, false);
        try {
            EDIStreamReader reader =
                    factory.createEDIStreamReader(new BoundedSegments(file), StandardCharsets.ISO_8859_1.name());
            while (reader.hasNext()) {
                feed.event(reader, reader.next());
            }
        } catch (EDIStreamException e) {
            feed.broken(e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            if (feed.handing) {
                // whoever takes the segments failed; that is no fault of the file
                throw e;
            }
            feed.broken(e);
        }
        feed.envelope.finish(feed.position);
        sink.finish(feed.position);
    }

    private void broken(Exception e) throws IOException {
        if (e.getCause() instanceof BoundedSegments.TooLongException) {
            sink.envelopeFault(position + 1, "the segment is longer than " + BoundedSegments.LONGEST + " bytes");
            return;
        }
        if (e.getCause() instanceof IOException failed) {
            throw failed;
        }
        sink.envelopeFault(position + 1, "the file can not be read from here: it is cut off, or no X12");
    }

    private void event(EDIStreamReader reader, EDIStreamEvent event) {
        switch (event) {
            case START_SEGMENT -> begin(reader.getText());
            case ELEMENT_DATA -> keep(reader);
            case END_SEGMENT -> {
                envelope.accept(id, this, position);
                handing = true;
                sink.accept(id, this, position);
                handing = false;
            }
            default -> {
                // loops, groups and composites are seen by their segments and places
            }
        }
    }

    private void begin(String tag) {
        id = tag;
        position++;
        for (int element = 0; element <= last; element++) {
            filled[element] = 0;
        }
        last = 0;
        repeated.clear();
    }

    private void keep(EDIStreamReader reader) {
        Location at = reader.getLocation();
        int element = at.getElementPosition();
        int component = Math.max(1, at.getComponentPosition());
        if (at.getElementOccurrence() > 1) {
            repeat(element, component, reader.getText());
            return;
        }
        if (element >= ELEMENTS || component >= COMPONENTS) {
            return;
        }
        last = Math.max(last, element);
        String[] components = texts[element];
        while (filled[element] < component) {
            components[filled[element]++] = "";
        }
        components[component - 1] = Characters.of(reader.getText());
    }

    private void repeat(int element, int component, String text) {
        List<String> more = repeated.computeIfAbsent(element, first -> new ArrayList<>());
        if (component == 1 && more.size() < REPETITIONS) {
            more.add(text);
        }
    }

    @Override
    public List<String> repetitions(int element) {
        List<String> all = new ArrayList<>(Said.Source.super.repetitions(element));
        all.addAll(repeated.getOrDefault(element, List.of()));
        return all;
    }

    @Override
    public String text(int element, int component) {
        return component <= filled[element] ? texts[element][component - 1] : "";
    }
}
