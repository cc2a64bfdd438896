package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.documentation.Amendment;
import org.plainclaim.documentation.Note;
import org.plainclaim.explanation.Evidence;

final class AddendumReaderTest {
    private static final String ADDENDUM = "https://ehr.example.org/fhir/Composition/addendum";
    private final ObjectNode bundle = Sessions.bundle("psychotherapy-office");
    private final ObjectNode original = Sessions.first(bundle, "Composition");
    private final String originalUrl = Sessions.urlOf(bundle, "Composition");
    private final String reference = Sessions.read(bundle).note().reference().get();

    /** A later composition with the section interventions of the original, which loses it. */
    private ObjectNode later(String kind) {
        ObjectNode addendum = original.deepCopy().put("id", "addendum").put("date", "2026-03-09T08:00:00-05:00");
        addendum.putArray("relatesTo")
                .addObject()
                .put("code", kind)
                .putObject("targetReference")
                .put("reference", originalUrl);
        Sessions.add(bundle, ADDENDUM, addendum);
        return addendum;
    }

    private void emptyOriginal() {
        ArrayNode sections = (ArrayNode) original.get("section");
        while (sections.size() > 1) {
            sections.remove(sections.size() - 1);
        }
    }

    private Note note() {
        return Sessions.read(bundle).note();
    }

    private Amendment only() {
        assertEquals(1, note().amendments().size());
        return note().amendments().get(0);
    }

    @Test
    void aNoteThatNobodyChangedHasNoAddendum() {
        assertEquals(List.of(), note().amendments());
    }

    @Test
    void whatAppendsIsAnAddendumAndNotTheNote() {
        later("appends");
        assertEquals(reference, note().reference().get());
        Amendment addendum = only();
        assertEquals("appends", addendum.kind().get());
        assertEquals(reference, addendum.original().get());
        assertEquals(LocalDate.of(2026, 3, 9), addendum.date().get());
        assertTrue(addendum.signed());
    }

    @Test
    void theSectionsOfASignedAddendumCount() {
        later("appends");
        int whole = note().sections().size();
        emptyOriginal();
        assertEquals(whole, note().sections().size());
        Evidence section = Objects.requireNonNull(note().sections().get("interventions"));
        assertTrue(section.resource().contains("addendum"));
    }

    @Test
    void theSectionsOfAnUnsignedAddendumDoNotCount() {
        later("appends").remove("attester");
        emptyOriginal();
        assertFalse(note().sections().containsKey("interventions"));
        assertTrue(only().sections().containsKey("interventions"));
        assertFalse(only().signed());
    }

    @Test
    void anAddendumToAnAddendumCountsToo() {
        later("appends");
        ObjectNode second = Sessions.first(bundle, "Composition").deepCopy().put("id", "second");
        second.putArray("relatesTo")
                .addObject()
                .put("code", "appends")
                .putObject("targetReference")
                .put("reference", ADDENDUM);
        Sessions.add(bundle, ADDENDUM + "-2", second);
        assertEquals(reference, note().reference().get());
        assertEquals(2, note().amendments().size());
    }

    @Test
    void whatReplacesIsTheNoteEvenIfItsStatusIsAmended() {
        later("replaces").put("status", "amended");
        assertTrue(note().reference().get().contains("addendum"));
        assertEquals(reference, only().original().get());
        assertEquals("replaces", only().kind().get());
    }

    @Test
    void aDraftReplacesNothingYet() {
        later("replaces").put("status", "preliminary");
        assertEquals(reference, note().reference().get());
        assertEquals("replaces", only().kind().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"appends", "replaces"})
    void anOriginalThatWasNotSentIsUnknown(String kind) {
        ObjectNode addendum = later(kind);
        Sessions.remove(bundle, "Composition");
        Sessions.add(bundle, ADDENDUM, addendum);
        assertTrue(note().reference().known());
        assertFalse(only().original().known());
    }

    @Test
    void anOriginalThatWasWithdrawnIsStillThere() {
        original.put("status", "entered-in-error");
        later("replaces").put("status", "amended");
        assertTrue(only().original().known());
    }

    @Test
    void aCompositionMayNameTheOriginalByItsIdentifier() {
        original.putObject("identifier").put("system", "urn:notes").put("value", "n-1");
        ObjectNode addendum = later("appends");
        addendum.putObject("identifier").put("system", "urn:notes").put("value", "n-2");
        ObjectNode relation = (ObjectNode) addendum.get("relatesTo").get(0);
        relation.remove("targetReference");
        relation.set("targetIdentifier", original.get("identifier"));
        assertEquals(reference, note().reference().get());
        assertEquals(reference, only().original().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"transforms", "signs"})
    void anotherFormOfTheNoteIsNoAddendum(String kind) {
        later(kind);
        assertEquals(List.of(), note().amendments());
    }

    @Test
    void aStatusAloneSaysThatTheNoteWasChangedInPlace() {
        original.put("status", "amended");
        assertEquals("amended", only().kind().get());
        assertFalse(only().original().known());
    }

    @Test
    void twoThatReplaceEachOtherStillLeaveANote() {
        later("replaces");
        original.putArray("relatesTo")
                .addObject()
                .put("code", "replaces")
                .putObject("targetReference")
                .put("reference", ADDENDUM);
        assertTrue(note().reference().known());
    }

    @Test
    void addendaOfDocumentsAreReadToo() {
        ObjectNode documents = Sessions.bundle("note-as-document");
        String first = Sessions.read(documents).note().reference().get();
        ObjectNode addendum = Sessions.first(documents, "DocumentReference")
                .deepCopy()
                .put("id", "addendum")
                .put("docStatus", "amended");
        addendum.remove("authenticator");
        ObjectNode relation = addendum.putArray("relatesTo").addObject().put("code", "appends");
        relation.putObject("target").put("reference", Sessions.urlOf(documents, "DocumentReference"));
        Sessions.add(documents, "https://ehr.example.org/fhir/DocumentReference/addendum", addendum);
        Note note = Sessions.read(documents).note();
        assertEquals(first, note.reference().get());
        assertEquals(first, note.amendments().get(0).original().get());
        assertFalse(note.amendments().get(0).signed());
    }

    @Test
    void aRelationOfTheWrongShapeIsRefused() {
        later("appends").put("relatesTo", "appends");
        assertEquals(1, Sessions.problems(bundle).size());
    }
}
