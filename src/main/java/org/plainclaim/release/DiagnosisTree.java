package org.plainclaim.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.release.CodesContent.Entry;

/** ICD-10-CM as the tabular list in XML: codes inside codes, and seventh characters that hold for all below. */
final class DiagnosisTree {
    private static final EffectivePeriod ALWAYS = new EffectivePeriod(null, null);
    private static final int DEEPEST = 40;

    private final CodeTarget target;
    private final Faults faults;
    private final Deque<Node> open = new ArrayDeque<>();
    private String version = "";
    private int depth;
    private boolean inSeventh;

    DiagnosisTree(CodeTarget target, Faults faults) {
        this.target = target;
        this.faults = faults;
    }

    /** A code that is being read. */
    private static final class Node {
        private final long line;
        private final List<Node> below = new ArrayList<>();
        private final List<String[]> sevenths = new ArrayList<>();
        private String code = "";
        private String label = "";

        Node(long line) {
            this.line = line;
        }
    }

    /** The year that the list says it is for; empty if it says none. */
    String version() {
        return version;
    }

    void read(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = null;
        try {
            reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            faults.add(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
                    "is no whole XML: it is cut, or " + "something else");
        } finally {
            closed(reader);
        }
    }

    private static void closed(@Nullable XMLStreamReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (XMLStreamException nothingToDo) {
            // the stream below is closed by who opened it
        }
    }

    private void event(XMLStreamReader reader, int event) throws XMLStreamException {
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            if (depth > DEEPEST) {
                throw new XMLStreamException("too deep", reader.getLocation());
            }
            start(reader, reader.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
            end(reader.getLocalName());
        }
    }

    private void start(XMLStreamReader reader, String element) throws XMLStreamException {
        Node node = open.peek();
        switch (element) {
            case "diag" -> opened(new Node(reader.getLocation().getLineNumber()));
            case "sevenChrDef" -> inSeventh = true;
            case "version" -> version = node == null ? text(reader) : version;
            case "name" -> {
                if (node != null && node.code.isEmpty()) {
                    node.code = text(reader);
                }
            }
            case "desc" -> {
                if (node != null && node.label.isEmpty()) {
                    node.label = text(reader);
                }
            }
            case "extension" -> {
                if (node != null && inSeventh) {
                    String character = reader.getAttributeValue(null, "char");
                    node.sevenths.add(new String[] {character == null ? "" : character, text(reader)});
                }
            }
            default -> {}
        }
    }

    private String text(XMLStreamReader reader) throws XMLStreamException {
        depth--;
        return reader.getElementText().strip();
    }

    private void opened(Node node) {
        Node above = open.peek();
        if (above != null) {
            above.below.add(node);
        }
        open.push(node);
    }

    private void end(String element) {
        if (element.equals("sevenChrDef")) {
            inSeventh = false;
        }
        if (element.equals("diag")) {
            Node node = open.pop();
            if (open.isEmpty()) {
                add(node, List.of());
            }
        }
    }

    private void add(Node node, List<String[]> inherited) {
        List<String[]> sevenths = node.sevenths.isEmpty() ? inherited : node.sevenths;
        String code = node.code.replace(".", "");
        if (!code.matches("[A-Z][0-9A-Z]{2,6}") || node.label.isEmpty()) {
            faults.add(node.line, "a code without a name or a text: '" + node.code + "'");
            return;
        }
        boolean leaf = node.below.isEmpty() && (sevenths.isEmpty() || code.length() == 7);
        target.add(node.line, new Entry(DiagnosisLines.dotted(code), node.label, leaf, ALWAYS));
        node.below.forEach(below -> add(below, sevenths));
        if (node.below.isEmpty() && !leaf) {
            String padded = (code + "XXX").substring(0, 6);
            for (String[] seventh : sevenths) {
                String longer = DiagnosisLines.dotted(padded + seventh[0]);
                target.add(node.line, new Entry(longer, node.label + ", " + seventh[1], true, ALWAYS));
            }
        }
    }
}
