package org.plainclaim.server.signals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plainclaim.plausibility.NoteShingles;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.KeptResults;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;

/** The words of stored notes as they are compared, worked out once for each version that is asked for again. */
final class NoteWords {
    private static final int MOST = 1000;

    private final CurrentVersions store;
    private final Function<JsonNode, Optional<String>> texts;
    private final KeptResults<Optional<NoteShingles>> kept = new KeptResults<>(MOST);

    /**
     * Over the store.
     *
     * @param texts the text of a note; empty if it is nobody's business here
     */
    NoteWords(CurrentVersions store, Function<JsonNode, Optional<String>> texts) {
        this.store = store;
        this.texts = texts;
    }

    /** The words of the note as it is now; empty if it is not there, or has no text that may be read. */
    Optional<NoteShingles> of(String reference) {
        return of(reference, store.view());
    }

    /** The same as the note is in a view of the store. */
    Optional<NoteShingles> of(String reference, StoreView view) {
        int slash = reference.indexOf('/');
        Question note = Question.named(reference.substring(0, slash), reference.substring(slash + 1));
        return view.ask(note).stream().findFirst().flatMap(this::words);
    }

    private Optional<NoteShingles> words(Current note) {
        List<JsonNode> source = List.of(note.json());
        Optional<Optional<NoteShingles>> known = kept.get(note.reference(), source);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<NoteShingles> words = texts.apply(note.json()).map(NoteShingles::of);
        kept.keep(note.reference(), source, words);
        return words;
    }
}
