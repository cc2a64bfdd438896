package org.plainclaim.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.explanation.Span;

/**
 * Reads the running text of a note by tables of words and the grammar of times: the same text and the same tables always
 * give the same facts. If in doubt, it finds nothing.
 */
public final class NoteScanner {
    private static final Set<String> OF_A_SESSION = Set.of(
            NoteFacts.START,
            NoteFacts.STOP,
            NoteFacts.MINUTES,
            NoteFacts.PSYCHOTHERAPY_MINUTES,
            NoteFacts.EVALUATION_MINUTES,
            NoteFacts.MODALITY);

    private static final Set<Object> SAID_OF_NO_SESSION = Set.of("attendance", "plan");

    private final NoteWords words;

    public NoteScanner(NoteWords words) {
        this.words = words;
    }

    /** Everything that a text states, in the order of the text; a fact stated twice is there twice. */
    public List<Mention> scan(String text) {
        Page page = new Page(text, words);
        Numbers numbers = new Numbers(page.tokens(), page.hits(NoteTable.NUMBER_WORDS));
        boolean missed = new AttendanceReader(page).read();
        Set<Integer> ends = new TimeReader(page, numbers).read();
        new LengthReader(page, numbers).read(ends);
        ModalityReader.read(page);
        new GroupReader(page, numbers).read();
        new TelehealthReader(page).read();
        new SignatureReader(page).read();
        new RiskReader(page).read();
        ScoreReader.read(page);
        if (missed) {
            page.forget(mention -> OF_A_SESSION.contains(mention.fact()));
        }
        new SectionReader(page).read();
        if (missed) {
            page.forget(mention ->
                    mention.fact().equals(NoteFacts.SECTION) && !SAID_OF_NO_SESSION.contains(mention.value()));
        }
        List<Mention> found = inOrder(page.mentions());
        return found.isEmpty() ? found : new Grader(page, numbers).graded(found);
    }

    /** Reads every text of a note. */
    public NoteReading read(List<NoteText> texts) {
        return new NoteReading(texts.stream()
                .map(text -> new NoteReading.Read(text, scan(text.text())))
                .toList());
    }

    private static List<Mention> inOrder(List<Mention> mentions) {
        if (mentions.size() < 2) {
            return List.copyOf(mentions);
        }
        List<Mention> ordered = new ArrayList<>(new LinkedHashSet<>(mentions));
        Comparator<Span> place = Comparator.comparingInt(Span::from).thenComparingInt(Span::to);
        ordered.sort(Comparator.comparing(Mention::span, place).thenComparing(Mention::fact));
        return List.copyOf(ordered);
    }
}
