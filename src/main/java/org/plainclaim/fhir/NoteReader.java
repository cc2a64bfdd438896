package org.plainclaim.fhir;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.Note;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.note.NoteReading;

/** Reads the note: a Composition with its sections, else a document with what is attached to it. */
final class NoteReader {
    private static final List<String> BEST = List.of("final", "amended", "preliminary");
    private final Reading reading;
    private final Element encounter;
    private final NoteSignatures signatures;
    private final NoteTexts texts;
    private final ProtectedNotes guarded;

    NoteReader(Reading reading, Element encounter, ClinicianReader clinicians, NoteTexts texts) {
        this.reading = reading;
        this.encounter = encounter;
        this.signatures = new NoteSignatures(clinicians);
        this.texts = texts;
        this.guarded = new ProtectedNotes(reading);
    }

    Note read(Resource session) {
        List<Resource> compositions = reading.ofType("Composition").stream()
                .filter(note -> reading.leadsTo(note.root().child("encounter"), session))
                .filter(note -> BEST.contains(note.root().child("status").textOr("")))
                .filter(guarded::open)
                .toList();
        List<Resource> documents = reading.ofType("DocumentReference").stream()
                .filter(note -> isOf(note.root(), session))
                .filter(guarded::open)
                .toList();
        return compositions.isEmpty() ? document(documents) : structured(compositions);
    }

    /** The best status first, then the latest, then by reference so that the order of arrival does not matter. */
    private static Comparator<Resource> order() {
        Comparator<Resource> best = Comparator.comparing(note -> BEST.indexOf(status(note)));
        Comparator<Resource> latest = Comparator.comparing(
                (Resource note) -> note.root().child("date").textOr(""), Comparator.reverseOrder());
        return best.thenComparing(latest).thenComparing(Resource::reference);
    }

    private static String status(Resource note) {
        String name = note.type().equals("Composition") ? "status" : "docStatus";
        return note.root().child(name).textOr("preliminary");
    }

    private boolean isOf(Element document, Resource session) {
        String status = document.child("status").textOr("");
        String docStatus = document.child("docStatus").textOr("");
        return status.equals("current")
                && !docStatus.equals("entered-in-error")
                && document.child("context").each("encounter").stream()
                        .anyMatch(reference -> reading.leadsTo(reference, session));
    }

    private Note structured(List<Resource> compositions) {
        AddendumReader addenda = new AddendumReader(reading, compositions, signatures);
        Resource chosen = addenda.note(order()).orElseThrow();
        Element note = reading.use(chosen);
        Map<String, Evidence> sections = new LinkedHashMap<>();
        boolean coded = sections(note, sections);
        Note original = new Note(
                Fact.of(
                        note.resource(),
                        note.child("encounter").child("reference").evidence()),
                note.child("status").fact(),
                authors(note),
                signatures.of(note),
                sections,
                coded,
                OpenNote.of(chosen, reading).map(texts::ofSections).orElse(NoteReading.NONE),
                List.of());
        return original.with(addenda.amendments(chosen, this::sections));
    }

    private Map<String, Evidence> sections(Element addendum) {
        Map<String, Evidence> sections = new LinkedHashMap<>();
        sections(addendum, sections);
        return sections;
    }

    private List<Fact<String>> authors(Element note) {
        return note.each("author").stream().map(signatures::person).toList();
    }

    /** Collects the sections that have content; true if any section is coded, so that a missing one is missing. */
    private boolean sections(Element parent, Map<String, Evidence> found) {
        boolean coded = false;
        for (Element section : parent.each("section")) {
            Optional<Reading.Known> known = reading.known(Domain.SECTION, section.child("code"));
            coded |= known.isPresent();
            if (known.isPresent() && hasContent(section)) {
                found.putIfAbsent(known.get().meaning(), known.get().code().evidence());
            }
            coded |= sections(section, found);
        }
        return coded;
    }

    private static boolean hasContent(Element section) {
        String text = section.child("text").child("div").textOr("");
        return !section.each("entry").isEmpty() || !section.each("section").isEmpty() || Narrative.saysSomething(text);
    }

    /** Of the addenda to a document only who, when and to what is read, not what is attached to them. */
    private Note document(List<Resource> documents) {
        AddendumReader addenda = new AddendumReader(reading, documents, signatures);
        Optional<Resource> chosen = addenda.note(order());
        return chosen.map(
                        note -> document(note, reading.use(note)).with(addenda.amendments(note, addendum -> Map.of())))
                .orElseGet(this::none);
    }

    private Note document(Resource chosen, Element document) {
        Element encounters = document.child("context").child("encounter");
        NoteReading text =
                OpenNote.of(chosen, reading).map(texts::ofAttachments).orElse(NoteReading.NONE);
        return new Note(
                Fact.of(document.resource(), encounters.evidence()),
                document.child("docStatus").fact(),
                authors(document),
                signatures.of(document),
                texts.sections(),
                false,
                text,
                List.of());
    }

    private Note none() {
        Fact<String> nothing = Fact.unknown(Evidence.missing(encounter.resource(), "Composition.encounter"));
        return new Note(nothing, nothing, List.of(), List.of(), Map.of(), false, NoteReading.NONE, List.of());
    }
}
