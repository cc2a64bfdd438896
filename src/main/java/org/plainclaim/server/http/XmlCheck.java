package org.plainclaim.server.http;

import java.io.ByteArrayInputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Proves that a body is one well-formed XML document without a document type and not too deep. */
final class XmlCheck {
    private static final int DEEPEST = 100;

    private XmlCheck() {}

    static void check(byte[] body) throws RefusedBodyException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw refused("holds a document type or an entity, which FHIR does not allow");
                }
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                if (depth > DEEPEST) {
                    throw refused("is nested more than " + DEEPEST + " levels deep");
                }
            }
        } catch (XMLStreamException malformed) {
            Location place = malformed.getLocation();
            throw refused("is not XML"
                    + (place == null
                            ? ""
                            : " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ")"));
        }
    }

    /** Of the library on the class path that reads bodies later too, so that both see the same document. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static RefusedBodyException refused(String what) {
        return new RefusedBodyException(Refusal.of(400, "structure", "The body " + what + "."));
    }
}
