package org.plainclaim.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A text with all that its readers look at, made once. */
final class Page {
    private static final int SUBJECT_REACH = 10;
    private static final int HEADER_LINES = 3;

    private final Tokens tokens;
    private final Map<NoteTable, List<Hit>> hits;
    private final Layout layout;
    private final Scope scope;
    private final Boxes boxes;
    private final List<Heading> headings;
    private final @Nullable Heading[] under;
    private final @Nullable Hit[] persons;
    private final List<Mention> mentions = new ArrayList<>();

    Page(String text, NoteWords words) {
        this.tokens = Tokens.of(text);
        this.hits = words.in(tokens);
        this.layout = new Layout(tokens, hits(NoteTable.ABBREVIATION_WORDS));
        this.scope = new Scope(tokens, layout, hits(NoteTable.SCOPE_WORDS));
        this.boxes = new Boxes(tokens, layout);
        this.headings = HeadingReader.read(tokens, layout, hits(NoteTable.HEADING_WORDS));
        this.under = new Heading[tokens.size()];
        headings.forEach(heading -> java.util.Arrays.fill(under, heading.from(), heading.to(), heading));
        this.persons = new Hit[tokens.size() + 1];
        hits(NoteTable.PERSON_WORDS).forEach(hit -> persons[hit.from()] = hit);
    }

    Tokens tokens() {
        return tokens;
    }

    Layout layout() {
        return layout;
    }

    Scope scope() {
        return scope;
    }

    Boxes boxes() {
        return boxes;
    }

    List<Heading> headings() {
        return headings;
    }

    List<Hit> hits(NoteTable table) {
        return hits.getOrDefault(table, List.of());
    }

    /** True in one of the first lines that say something. */
    boolean isInHeader(int from) {
        int lines = 0;
        for (int i = 1; i < from && lines < HEADER_LINES; i++) {
            lines += tokens.at(i).isBreak() && !tokens.at(i - 1).isBreak() ? 1 : 0;
        }
        return lines < HEADER_LINES;
    }

    /** For each token the word of a table that it belongs to, if any. */
    @Nullable
    Hit[] marked(NoteTable table) {
        @Nullable Hit[] marks = new Hit[tokens.size() + 1];
        hits(table).forEach(hit -> java.util.Arrays.fill(marks, hit.from(), hit.to(), hit));
        return marks;
    }

    /** True if a token stands under a heading of this meaning. */
    boolean isUnder(int i, String section) {
        Heading heading = under[i];
        return heading != null && heading.section().equals(section);
    }

    /** The heading that a token stands under, if any. */
    @Nullable
    Heading headingOf(int i) {
        return under[i];
    }

    /** True if something was done or found in this session: not denied, not planned, not of another day, not quoted. */
    boolean holds(int i) {
        return scope.holds(i)
                && !boxes.unticked(i)
                && !isUnder(i, "plan")
                && !isUnder(i, "elsewhere")
                && !isUnder(i, "booked");
    }

    /** The person spoken of last before a place in its sentence; empty if none is. */
    String subjectBefore(int i) {
        for (int j = i - 1; j >= layout.sentences().from(i, SUBJECT_REACH); j--) {
            Hit person = persons[j];
            if (person != null && !isOwner(person)) {
                return person.meaning();
            }
        }
        return "";
    }

    /** True of {@code mother's}: it is about something of hers, not about her. */
    boolean isOwner(Hit person) {
        return tokens.is(person.to(), "'") && tokens.is(person.to() + 1, "s") && tokens.touchesPrevious(person.to());
    }

    /** The person whose word begins here. */
    @Nullable
    Hit personAt(int i) {
        return persons[i];
    }

    void state(String fact, Object value, int from, int to) {
        mentions.add(new Mention(fact, value, tokens.span(from, to), Grade.LIKELY));
    }

    void state(String fact, Object value, Hit hit) {
        state(fact, value, hit.from(), hit.to());
    }

    void mention(Mention mention) {
        mentions.add(mention);
    }

    /** Takes back what was stated. */
    void forget(Predicate<Mention> which) {
        mentions.removeIf(which);
    }

    List<Mention> mentions() {
        return mentions;
    }
}
