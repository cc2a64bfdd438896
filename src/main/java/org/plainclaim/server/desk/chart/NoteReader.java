package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.attachment.AttachmentReader;
import org.plainclaim.attachment.Extraction;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;

/** Reads notes as the rules read them, so that the characters which rules name are the ones that are shown. */
final class NoteReader {
    private final AttachmentReader attachments = new AttachmentReader();
    private final Bundled record;
    private final List<Check> checks;

    NoteReader(Bundled record, List<Check> checks) {
        this.record = record;
        this.checks = List.copyOf(checks);
    }

    List<Note> all() {
        return Stream.concat(
                        record.all("Composition").map(this::composition),
                        record.all("DocumentReference").map(this::document))
                .toList();
    }

    private Note composition(JsonNode note) {
        List<Note.Section> sections = new ArrayList<>();
        collect(note, Fields.reference(note), "Composition", sections);
        String status = Fields.text(note, "/status");
        boolean signed = List.of("final", "amended").contains(status) && note.has("attester");
        return new Note(
                Fields.reference(note),
                Fields.text(note, "/title"),
                signed ? "signed" : "unsigned",
                record.name(signed ? Fields.reference(note, "/attester/0/party") : Fields.reference(note, "/author/0")),
                signed ? Fields.text(note, "/attester/0/time") : Fields.text(note, "/date"),
                sections);
    }

    private void collect(JsonNode parent, String note, String path, List<Note.Section> sections) {
        int at = 0;
        for (JsonNode section : parent.path("section")) {
            String here = path + ".section[" + at++ + "]";
            String text = narrative(Fields.text(section, "/text/div"));
            String title = Fields.text(section, "/title");
            sections.add(
                    section(title.isEmpty() ? Fields.label(section.path("code")) : title, text, new Spot(note, here)));
            collect(section, note, here, sections);
        }
    }

    /** An element of a note. */
    private record Spot(String note, String path) {
        boolean has(Place place) {
            return place.resource().equals(note)
                    && (place.path().equals(path) || place.path().startsWith(path + "."));
        }

        String anchor() {
            return (note + path).replaceAll("[^A-Za-z0-9]+", "-");
        }
    }

    private String narrative(String div) {
        return !div.isEmpty() && attachments.readNarrative(div) instanceof Extraction.Text text ? text.text() : "";
    }

    private Note document(JsonNode document) {
        List<Note.Section> sections = new ArrayList<>();
        int at = 0;
        for (JsonNode content : document.path("content")) {
            JsonNode attachment = content.path("attachment");
            String text =
                    attachments.readBase64(Fields.text(attachment, "/contentType"), Fields.text(attachment, "/data"))
                                    instanceof Extraction.Text read
                            ? read.text()
                            : "";
            Spot spot = new Spot(Fields.reference(document), "DocumentReference.content[" + at++ + "].attachment");
            sections.add(section(Fields.text(attachment, "/title"), text, spot));
        }
        boolean signed = Fields.text(document, "/docStatus").equals("final") || document.has("authenticator");
        return new Note(
                Fields.reference(document),
                Fields.text(document, "/description"),
                signed ? "signed" : "unsigned",
                record.name(Fields.reference(document, document.has("authenticator") ? "/authenticator" : "/author/0")),
                Fields.text(document, "/date"),
                sections);
    }

    private Note.Section section(String title, String text, Spot spot) {
        List<Note.Support> supports = checks.stream()
                .filter(check -> check.places().stream().anyMatch(place -> spot.has(place) && !place.isSpan()))
                .map(check -> new Note.Support(check.number(), check.badge(), check.message()))
                .toList();
        return new Note.Section(title, spot.anchor(), supports, pieces(text, spot));
    }

    /** Cuts the text at the characters that checks name; where two name the same, the first one is shown. */
    private List<Note.Piece> pieces(String text, Spot spot) {
        List<Marked> marked = checks.stream()
                .flatMap(check -> check.places().stream()
                        .filter(place -> place.isSpan() && spot.has(place) && place.to() <= text.length())
                        .map(place -> new Marked(place.from(), place.to(), check)))
                .sorted(Comparator.comparing(Marked::from))
                .toList();
        List<Note.Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Marked mark : marked) {
            if (mark.from() >= done) {
                pieces.add(new Note.Piece(text.substring(done, mark.from()), 0, ""));
                pieces.add(new Note.Piece(
                        text.substring(mark.from(), mark.to()),
                        mark.check().number(),
                        mark.check().message()));
                done = mark.to();
            }
        }
        pieces.add(new Note.Piece(text.substring(done), 0, ""));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    private record Marked(int from, int to, Check check) {}
}
