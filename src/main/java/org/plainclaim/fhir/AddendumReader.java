package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plainclaim.documentation.Amendment;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * Tells the note of a session from the addenda to it, by what each says it relates to.
 *
 * <p>What appends to a note is never the note; what replaces one is, once it is more than a draft.
 */
final class AddendumReader {
    private static final String APPENDS = "appends";
    private static final Set<String> KINDS = Set.of(APPENDS, "replaces");

    private final Reading reading;
    private final List<Resource> candidates;
    private final NoteSignatures signatures;

    /** A reader of the compositions, or of the documents, that belong to one session. */
    AddendumReader(Reading reading, List<Resource> candidates, NoteSignatures signatures) {
        this.reading = reading;
        this.candidates = candidates;
        this.signatures = signatures;
    }

    /** The first note by the given order; empty if there is none. */
    Optional<Resource> note(Comparator<Resource> order) {
        List<Resource> standing = candidates.stream()
                .filter(note -> !appends(note) && !replaced(note))
                .toList();
        return (standing.isEmpty() ? candidates : standing).stream().min(order);
    }

    /** Everything that says it changes the note, the note itself among it; sections are read of what appends. */
    List<Amendment> amendments(Resource note, Function<Element, Map<String, Evidence>> sections) {
        List<Amendment> amendments = new ArrayList<>();
        relations(note).forEach(relation -> amendments.add(amendment(note, relation, Map.of())));
        List<Resource> parts = new ArrayList<>(List.of(note));
        for (int i = 0; i < parts.size(); i++) {
            for (Resource other : later(parts.get(i))) {
                if (!parts.contains(other)) {
                    parts.add(other);
                    Element relation = relationTo(other, parts.get(i)).orElseThrow();
                    boolean adds = relation.child("code").is(APPENDS);
                    amendments.add(amendment(other, relation, adds ? sections.apply(other.root()) : Map.of()));
                }
            }
        }
        if (amendments.isEmpty() && status(note).is("amended")) {
            amendments.add(inPlace(note));
        }
        return amendments;
    }

    /** What relates to a note, by reference so that the order of arrival does not matter. */
    private List<Resource> later(Resource note) {
        return candidates.stream()
                .filter(other -> relationTo(other, note).isPresent())
                .sorted(Comparator.comparing(Resource::reference))
                .toList();
    }

    private Amendment amendment(Resource resource, Element relation, Map<String, Evidence> sections) {
        Element root = reading.use(resource);
        Element target = target(relation);
        Optional<Resource> original = original(resource, relation);
        Evidence written = Reading.written(target).evidence();
        return new Amendment(
                Fact.of(root.resource(), relation.child("code").evidence()),
                relation.child("code").fact(),
                original.map(found -> Fact.of(reading.use(found).resource(), written))
                        .orElse(Fact.unknown(written)),
                root.child("date").fact(Moment::day),
                signatures.of(root),
                sections);
    }

    private Amendment inPlace(Resource note) {
        Element root = note.root();
        Element status = status(note);
        return new Amendment(
                Fact.of(root.resource(), status.evidence()),
                status.fact(),
                Fact.unknown(root.child("relatesTo").evidence()),
                root.child("date").fact(Moment::day),
                signatures.of(root),
                Map.of());
    }

    private boolean appends(Resource note) {
        return relations(note).stream()
                .anyMatch(relation -> relation.child("code").is(APPENDS)
                        && original(note, relation).isPresent());
    }

    private boolean replaced(Resource note) {
        return candidates.stream()
                .filter(other -> !status(other).is("preliminary"))
                .flatMap(other -> relationTo(other, note).stream())
                .anyMatch(relation -> relation.child("code").is("replaces"));
    }

    private Optional<Element> relationTo(Resource from, Resource note) {
        return relations(from).stream()
                .filter(relation ->
                        original(from, relation).filter(note::equals).isPresent())
                .findFirst();
    }

    private static List<Element> relations(Resource note) {
        return note.root().each("relatesTo").stream()
                .filter(relation -> KINDS.contains(relation.child("code").textOr("")))
                .toList();
    }

    /** Nothing is an addendum to itself. */
    private Optional<Resource> original(Resource from, Element relation) {
        return reading.find(target(relation)).filter(found -> !found.equals(from));
    }

    /** The reference to the original; a composition may name it by an identifier alone. */
    private static Element target(Element relation) {
        Element identifier = relation.child("targetIdentifier");
        if (identifier.present()) {
            return new Element(
                    identifier.resource(),
                    identifier.path(),
                    JsonNodeFactory.instance.objectNode().set("identifier", identifier.json()));
        }
        Element document = relation.child("target");
        return document.present() ? document : relation.child("targetReference");
    }

    private static Element status(Resource note) {
        return note.root().child(note.type().equals("Composition") ? "status" : "docStatus");
    }
}
