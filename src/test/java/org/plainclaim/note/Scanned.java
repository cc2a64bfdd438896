package org.plainclaim.note;

import java.util.List;
import org.plainclaim.terminology.NoteWordsLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What the shipped tables find in a text. */
final class Scanned {
    static final NoteScanner SCANNER = new NoteScanner(NoteWordsLoader.load(TerminologyFolder.shipped()));

    private Scanned() {}

    /** The different values of a fact, joined by commas, in the order of the text. */
    static String of(String fact, String text) {
        List<String> values = SCANNER.scan(text).stream()
                .filter(mention -> mention.fact().equals(fact))
                .map(mention -> String.valueOf(mention.value()))
                .distinct()
                .toList();
        return String.join(", ", values);
    }
}
