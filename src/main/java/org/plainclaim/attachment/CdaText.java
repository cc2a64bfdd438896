package org.plainclaim.attachment;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A C-CDA document: titles and narrative of its sections, or the document of another format that it wraps. */
final class CdaText {
    private static final String CDA = "urn:hl7-org:v3";
    private static final Set<String> LINES =
            Set.of("paragraph", "list", "item", "table", "tr", "caption", "br", "title", "text", "footnote");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final XMLStreamReader xml;
    private final Output out;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Extraction.Section> sections = new ArrayList<>();
    private int narrative;

    /** A document in another format that the C-CDA wraps. */
    static final class Wrapped {
        private final @Nullable String type;
        private final byte[] content;

        private Wrapped(@Nullable String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        @Nullable
        String type() {
            return type;
        }

        byte[] content() {
            return content;
        }
    }

    private CdaText(XMLStreamReader xml, Output out) {
        this.xml = xml;
        this.out = out;
    }

    /** The text; or, where the body is a file of another kind, that file. */
    static Object read(byte[] content, Output out) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return new CdaText(factory.createXMLStreamReader(new ByteArrayInputStream(content)), out).document();
    }

    private Object document() throws XMLStreamException {
        while (xml.hasNext()) {
            out.tick();
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new Unreadable(Reason.NOT_READABLE);
                case XMLStreamConstants.START_ELEMENT -> {
                    Wrapped wrapped = start();
                    if (wrapped != null) {
                        return wrapped;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
        return new Extraction.Text(out.text(), sections, true);
    }

    private @Nullable Wrapped start() throws XMLStreamException {
        String name = xml.getLocalName();
        String parent = String.valueOf(path.peek());
        if (path.isEmpty() && !(name.equals("ClinicalDocument") && CDA.equals(xml.getNamespaceURI()))) {
            throw new Unreadable(Reason.UNSUPPORTED_TYPE);
        }
        if (parent.equals("nonXMLBody") && name.equals("text")) {
            return wrapped();
        }
        path.push(name);
        out.nested(path.size());
        boolean opens = parent.equals("section") && (name.equals("text") || name.equals("title"));
        if (narrative > 0 || opens) {
            narrative++;
            breaks(name);
        } else if (parent.equals("section") && name.equals("code")) {
            code();
        }
        return null;
    }

    private void code() {
        String code = xml.getAttributeValue(null, "code");
        String system = xml.getAttributeValue(null, "codeSystem");
        if (code != null && system != null) {
            sections.add(new Extraction.Section(system, code, out.length()));
        }
    }

    private Wrapped wrapped() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "mediaType");
        boolean base64 = "B64".equals(xml.getAttributeValue(null, "representation"));
        String text = xml.getElementText();
        return new Wrapped(
                type,
                base64 ? Base64.getMimeDecoder().decode(text) : text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void end() {
        String name = path.pop();
        if (narrative > 0) {
            narrative--;
            breaks(name);
        }
    }

    private void breaks(String name) {
        if (LINES.contains(name)) {
            out.line();
        } else if (CELLS.contains(name)) {
            out.words(" ");
        }
    }

    private void characters() {
        if (narrative > 0) {
            out.words(xml.getText());
        }
    }
}
