package org.plainclaim.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plainclaim.attachment.AttachmentReader;
import org.plainclaim.attachment.Extraction;
import org.plainclaim.attachment.Format;
import org.plainclaim.attachment.Reason;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.note.NoteReading;
import org.plainclaim.note.NoteText;

/** Gets the running text out of a note: of the sections of a Composition, or of what is attached to a document. */
final class NoteTexts {
    private static final String LOINC_OID = "2.16.840.1.113883.6.1";
    private static final String LOINC = "http://loinc.org";

    private final Reading reading;
    private final Sources sources;
    private final Map<String, Evidence> sections = new LinkedHashMap<>();

    /**
     * What notes are read with.
     *
     * @param attachments gets the text out of attachments
     * @param scanner finds what texts state
     */
    record Sources(AttachmentReader attachments, Function<List<NoteText>, NoteReading> scanner) {}

    NoteTexts(Reading reading, Sources sources) {
        this.reading = reading;
        this.sources = sources;
    }

    /** Coded sections that the texts read so far mark themselves, as C-CDA does. */
    Map<String, Evidence> sections() {
        return sections;
    }

    /** The narrative of every section, coded or not. */
    NoteReading ofSections(OpenNote composition) {
        List<NoteText> texts = new ArrayList<>();
        collect(composition.root(), texts);
        return scanned(texts);
    }

    private void collect(Element parent, List<NoteText> texts) {
        for (Element section : parent.each("section")) {
            Element div = section.child("text").child("div");
            if (Narrative.saysSomething(div.textOr(""))
                    && sources.attachments().readNarrative(div.textOr("")) instanceof Extraction.Text text) {
                texts.add(new NoteText(div.resource(), div.path(), text.text()));
            }
            collect(section, texts);
        }
    }

    /** The best of what is attached that can be read; the others say the same in another format. */
    NoteReading ofAttachments(OpenNote document) {
        List<Element> attached = document.root().each("content").stream()
                .map(content -> content.child("attachment"))
                .sorted(Comparator.comparing(NoteTexts::rank))
                .toList();
        for (Element attachment : attached) {
            Optional<NoteText> text = read(attachment);
            if (text.isPresent()) {
                return scanned(List.of(text.get()));
            }
        }
        return NoteReading.NONE;
    }

    private static int rank(Element attachment) {
        return Format.named(attachment.child("contentType").text())
                .map(Format::ordinal)
                .orElse(Format.values().length);
    }

    private Optional<NoteText> read(Element attachment) {
        Optional<Element> holder = attachment.child("data").present() ? Optional.of(attachment) : binary(attachment);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        String type = attachment
                .child("contentType")
                .textOr(holder.get().child("contentType").textOr(""));
        Extraction found = sources.attachments()
                .readBase64(type, holder.get().child("data").textOr(""));
        if (found instanceof Extraction.Text text) {
            return Optional.of(taken(attachment, text));
        }
        reading.fail("attachment-" + ((Extraction.Refused) found).reason().code(), place(attachment));
        return Optional.empty();
    }

    private NoteText taken(Element attachment, Extraction.Text text) {
        if (!text.asDeclared()) {
            reading.fail("attachment-charset", place(attachment));
        }
        for (Extraction.Section section : text.sections()) {
            String system = section.system().equals(LOINC_OID) ? LOINC : "urn:oid:" + section.system();
            reading.meaningOf(Domain.SECTION, system, section.code())
                    .ifPresent(meaning -> sections.putIfAbsent(
                            meaning, new Evidence(attachment.resource(), attachment.path(), section.code())));
        }
        return new NoteText(attachment.resource(), attachment.path(), text.text());
    }

    /** The Binary that the url leads to, if it was sent along or is stored; nothing else is fetched. */
    private Optional<Element> binary(Element attachment) {
        String url = attachment.child("url").textOr("");
        if (url.isEmpty()) {
            reading.fail("attachment-" + Reason.NO_TEXT.code(), place(attachment));
            return Optional.empty();
        }
        Optional<Resource> binary = reading.located(attachment.resource(), url)
                .filter(found -> found.type().equals("Binary"));
        if (binary.isEmpty()) {
            reading.notChecked("attachment-not-fetched", place(attachment));
            return Optional.empty();
        }
        return binary.filter(found -> OpenNote.of(found, reading).isPresent()).map(reading::use);
    }

    private static Evidence place(Element attachment) {
        return Evidence.missing(attachment.resource(), attachment.path());
    }

    private NoteReading scanned(List<NoteText> texts) {
        return sources.scanner().apply(texts);
    }
}
