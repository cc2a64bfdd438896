package org.plainclaim.fhir;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.Note;
import org.plainclaim.documentation.Note.Signature;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.note.NoteReading;

/** Reads the note: a Composition with its sections, else a document with what is attached to it. */
final class NoteReader {
    private static final List<String> BEST = List.of("final", "amended", "preliminary");
    private final Reading reading;
    private final Element encounter;
    private final ClinicianReader clinicians;
    private final NoteTexts texts;
    private final ProtectedNotes guarded;

    NoteReader(Reading reading, Element encounter, ClinicianReader clinicians, NoteTexts texts) {
        this.reading = reading;
        this.encounter = encounter;
        this.clinicians = clinicians;
        this.texts = texts;
        this.guarded = new ProtectedNotes(reading);
    }

    Note read(Resource session) {
        Optional<Resource> composition = reading.ofType("Composition").stream()
                .filter(note -> reading.leadsTo(note.root().child("encounter"), session))
                .filter(note -> BEST.contains(note.root().child("status").textOr("")))
                .filter(guarded::open)
                .min(order());
        Optional<Resource> document = reading.ofType("DocumentReference").stream()
                .filter(note -> isOf(note.root(), session))
                .filter(guarded::open)
                .min(order());
        return composition
                .map(note -> structured(reading.use(note)))
                .or(() -> document.map(note -> document(reading.use(note))))
                .orElseGet(this::none);
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

    private Note structured(Element note) {
        Map<String, Evidence> sections = new LinkedHashMap<>();
        boolean coded = sections(note, sections);
        List<Signature> signatures = note.each("attester").stream()
                .filter(attester -> List.of("professional", "legal")
                        .contains(attester.child("mode").textOr("")))
                .map(attester -> new Signature(
                        signer(attester.child("party")), attester.child("time").fact(Moment::instant)))
                .toList();
        return new Note(
                Fact.of(
                        note.resource(),
                        note.child("encounter").child("reference").evidence()),
                note.child("status").fact(),
                authors(note),
                signatures,
                sections,
                coded,
                texts.ofSections(note));
    }

    private List<Fact<String>> authors(Element note) {
        return note.each("author").stream().map(this::signer).toList();
    }

    private Fact<String> signer(Element reference) {
        return reference.present() ? clinicians.person(reference) : Fact.unknown(reference.evidence());
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

    private Note document(Element document) {
        Element authenticator = document.child("authenticator");
        List<Signature> signatures = authenticator.present()
                ? List.of(new Signature(
                        clinicians.person(authenticator), document.child("date").fact(Moment::instant)))
                : List.of();
        Element encounters = document.child("context").child("encounter");
        NoteReading text = texts.ofAttachments(document);
        return new Note(
                Fact.of(document.resource(), encounters.evidence()),
                document.child("docStatus").fact(),
                authors(document),
                signatures,
                texts.sections(),
                false,
                text);
    }

    private Note none() {
        Fact<String> nothing = Fact.unknown(Evidence.missing(encounter.resource(), "Composition.encounter"));
        return new Note(nothing, nothing, List.of(), List.of(), Map.of(), false, NoteReading.NONE);
    }
}
