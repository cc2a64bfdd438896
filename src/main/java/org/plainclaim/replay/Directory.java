package org.plainclaim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.submission.FeeScheduleReader;
import org.plainclaim.submission.FeeSchedule;

/** What the sessions of all patients refer to: people, organizations, places and prices. */
public final class Directory {
    private final Shelf shelf = new Shelf();

    /** The directory in lines of an export; a line that can not be read is none. */
    public static Directory of(Collection<byte[]> lines) {
        Directory directory = new Directory();
        for (byte[] line : lines) {
            try {
                directory.shelf.add(new Item(Json.parse(line)));
            } catch (BadInput e) {
                // a line that is no resource is nothing to refer to
            }
        }
        return directory;
    }

    Shelf shelf() {
        return shelf;
    }

    /** What the practice charges. */
    FeeSchedule fees(Vocabulary vocabulary) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle");
        ArrayNode entries = bundle.putArray("entry");
        shelf.ofType("ChargeItemDefinition").forEach(item -> entries.add(item.entry()));
        shelf.ofType("Organization").forEach(item -> entries.add(item.entry()));
        JsonNode whole = bundle;
        return FeeScheduleReader.read(whole, vocabulary);
    }
}
