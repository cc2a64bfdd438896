package org.plainclaim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DaySpan;
import org.plainclaim.fhir.Json;

/** All that an export holds of one patient, and the sessions in it. */
final class PatientRecord {
    private static final String LOINC = "http://loinc.org";
    private static final int MONTHS = 24;
    private static final List<String> PAST =
            List.of("Encounter", "Procedure", "Claim", "Patient", "Condition", "Coverage");
    private static final List<String> PEOPLE = List.of("Practitioner", "PractitionerRole", "Organization", "Location");

    private final Shelf own = new Shelf();
    private final Shelf shared;
    private final Set<String> measures;
    private int unreadable;

    /**
     * A record.
     *
     * @param measures LOINC codes of the instruments that a session is read with
     */
    PatientRecord(Iterable<byte[]> lines, Directory directory, Set<String> measures) {
        this.shared = directory.shelf();
        this.measures = measures;
        for (byte[] line : lines) {
            try {
                own.add(new Item(Json.parse(line)));
            } catch (BadInput e) {
                unreadable++;
            }
        }
    }

    /** Lines that are no JSON object. */
    int unreadable() {
        return unreadable;
    }

    /** The sessions, each as an Encounter. */
    List<Item> sessions() {
        return own.ofType("Encounter");
    }

    /** What belongs to a session, as the server gathers it from its store. */
    ObjectNode bundle(Item encounter) {
        Gathering gathering = new Gathering();
        gathering.add(encounter);
        String start = encounter.json().path("period").path("start").asText();
        if (start.length() >= 10) {
            LocalDate date = LocalDate.parse(start.substring(0, 10));
            measuresBetween(date.minusMonths(MONTHS).minusDays(1), date.plusDays(1), gathering);
        }
        return gathering.bundle;
    }

    private void measuresBetween(LocalDate first, LocalDate last, Gathering gathering) {
        for (Item one : own.ofType("Observation")) {
            JsonNode json = one.json();
            JsonNode date = json.has("effectiveDateTime")
                    ? json.get("effectiveDateTime")
                    : json.has("effectiveInstant") ? json.get("effectiveInstant") : json.path("effectivePeriod");
            if (DaySpan.of(date).touches(first, last) && measured(json)) {
                gathering.add(one);
            }
        }
        for (Item one : own.ofType("QuestionnaireResponse")) {
            if (DaySpan.of(one.json().path("authored")).touches(first, last)) {
                gathering.add(one);
            }
        }
    }

    private boolean measured(JsonNode observation) {
        for (JsonNode coding : observation.path("code").path("coding")) {
            if (coding.path("system").asText().equals(LOINC)
                    && measures.contains(coding.path("code").asText())) {
                return true;
            }
        }
        return false;
    }

    /** All sessions and claims with who took part in them. */
    ObjectNode past() {
        Gathering gathering = new Gathering();
        for (String type : PAST) {
            own.ofType(type).forEach(gathering::single);
        }
        for (String type : PAST) {
            own.ofType(type).forEach(item -> gathering.followPeople(item));
        }
        return gathering.bundle;
    }

    /** Resources being gathered into a Bundle, each only once. */
    private final class Gathering {
        private final Set<String> seen = new HashSet<>();
        private final Deque<Item> open = new ArrayDeque<>();
        private final ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "collection");
        private final ArrayNode entries = bundle.putArray("entry");

        boolean single(Item item) {
            boolean added = seen.add(item.reference());
            if (added) {
                entries.add(item.entry());
            }
            return added;
        }

        /** Takes in a resource, what refers to it and what it refers to. */
        void add(Item first) {
            open.add(first);
            while (!open.isEmpty()) {
                Item item = open.remove();
                if (single(item)) {
                    switch (item.type()) {
                        case "Encounter" -> open.addAll(own.referring(item));
                        case "Practitioner" -> open.addAll(shared.referring(item));
                        case "Patient" -> {
                            open.addAll(own.ofType("CarePlan"));
                            open.addAll(own.ofType("Consent"));
                            open.addAll(own.ofType("Coverage"));
                        }
                        default -> {}
                    }
                    item.leads().forEach(this::lead);
                }
            }
        }

        private void lead(Item.Lead lead) {
            if (!lead.reference().isEmpty()) {
                open(named(lead.reference()));
            } else {
                for (String type : lead.types()) {
                    open.addAll(own.identified(type, lead.identifier()));
                    open.addAll(shared.identified(type, lead.identifier()));
                }
            }
        }

        private void open(@Nullable Item item) {
            if (item != null && !seen.contains(item.reference())) {
                open.add(item);
            }
        }

        private void followPeople(Item item) {
            for (Item.Lead lead : item.leads()) {
                Item found = lead.reference().isEmpty() ? null : shared.named(lead.reference());
                if (found != null) {
                    add(found);
                } else if (!lead.identifier().isEmpty()) {
                    PEOPLE.stream().filter(lead.types()::contains).forEach(type -> shared.identified(
                                    type, lead.identifier())
                            .forEach(this::add));
                }
            }
        }
    }

    private @Nullable Item named(String reference) {
        Item mine = own.named(reference);
        return mine == null ? shared.named(reference) : mine;
    }
}
