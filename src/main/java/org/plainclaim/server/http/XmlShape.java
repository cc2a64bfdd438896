package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Refuses XML that HAPI would read with parts left out: elements outside FHIR's namespace, and stray text. */
final class XmlShape {
    private static final String FHIR = "http://hl7.org/fhir";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Deque<String> open = new ArrayDeque<>();
    private int html;

    private XmlShape() {}

    static void check(String body) {
        try {
            XMLStreamReader reader = XmlCheck.factory().createXMLStreamReader(new StringReader(body));
            XmlShape shape = new XmlShape();
            while (reader.hasNext()) {
                reader.next();
                shape.see(reader);
            }
        } catch (XMLStreamException malformed) {
            throw new InvalidRequestException("The body is not XML.");
        }
    }

    private void see(XMLStreamReader reader) {
        if (reader.isStartElement()) {
            open.addLast(reader.getLocalName());
            html += html > 0 || XHTML.equals(reader.getNamespaceURI()) ? 1 : 0;
            if (html == 0 && !FHIR.equals(reader.getNamespaceURI())) {
                throw bad("is not in the namespace " + FHIR + "; write xmlns=\"" + FHIR + "\" at the root");
            }
        } else if (reader.isEndElement()) {
            open.removeLast();
            html -= html > 0 ? 1 : 0;
        } else if (reader.isCharacters() && html == 0 && !reader.getText().isBlank()) {
            throw bad("holds text; a value belongs into the attribute value");
        }
    }

    private InvalidRequestException bad(String rule) {
        return new InvalidRequestException(String.join(".", open) + " " + rule + ".");
    }
}
