package org.plainclaim.note;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the patient was there, and how many a group had, where plain words say it of the patient by name. */
final class StrictPeople {
    private static final Set<String> PRONOUNS = Set.of("he", "she", "i");
    private static final Set<String> MARKS = Set.of(
            "(", ")", ":", "=", "-", "[", "]", "x", "/", "and", "the", "was", "is", "y", "o", "yo", ".", ",", "age",
            "aged", "year", "old", "were", "has", "who", "years");
    private static final Set<String> THERE = Set.of(
            "present",
            "attended",
            "attending",
            "in",
            "participated",
            "participating",
            "were",
            "this",
            "today",
            "total");
    private static final Set<String> GOES_ON = Set.of(
            "on",
            "for",
            "with",
            "w",
            "alone",
            "promptly",
            "late",
            "early",
            "today",
            "in",
            "via",
            "by",
            "to",
            "and",
            "individually",
            "from",
            "at",
            "as",
            "yes",
            "this",
            "their",
            "his",
            "her",
            "the",
            "min",
            "minutes",
            "casually",
            "neatly",
            "appropriately",
            "calm",
            "tearful",
            "anxious",
            "session",
            "group",
            "individual",
            "virtually",
            "full",
            "whole",
            "all",
            "a",
            "present",
            "together",
            "throughout",
            "holding",
            "well",
            "willingly",
            "oriented",
            "age",
            "until",
            "within",
            "after",
            "he",
            "she",
            "we",
            "reports",
            "reported",
            "only",
            "here",
            "about");
    private static final Set<String> BY = Set.of(
            "video",
            "phone",
            "telephone",
            "secure",
            "this",
            "me",
            "writer",
            "telehealth",
            "audio",
            "zoom",
            "clinician",
            "therapist");
    private static final int NEAR = 6;

    private final Page page;
    private final Tokens tokens;
    private final Doubts doubts;
    private final @Nullable Hit[] attended;

    StrictPeople(Page page, Doubts doubts) {
        this.page = page;
        this.tokens = page.tokens();
        this.doubts = doubts;
        this.attended = page.marked(NoteTable.STRICT_USE_WORDS);
    }

    boolean isPresent(int from, int to) {
        boolean said = isSaid(from, to)
                && (isOfPatient(from, to) || page.boxes().ticked(from))
                && (!tokens.at(to).isWord() || goesOn(to))
                && !doubts.near(from, to, "present-near");
        boolean listed = page.isUnder(from, "attendance") && isPatient(from);
        return (said || listed) && !isElsewhere(from, to) && !doubts.anywhere("present");
    }

    /** Not {@code seen by her cardiologist}. */
    private boolean goesOn(int to) {
        return tokens.is(to, "by") ? tokens.isAnyOf(to + 1, BY) : tokens.isAnyOf(to, GOES_ON);
    }

    boolean isAbsent(int from, int to) {
        boolean alone = page.layout().beginsField(from) && !tokens.at(to).isWord();
        return isSaid(from, to) && (isOfPatient(from, to) || alone) && !isElsewhere(from, to);
    }

    private boolean isSaid(int from, int to) {
        for (int i = from; i < to; i++) {
            Hit word = attended[i];
            if (word != null && word.means("attended")) {
                return true;
            }
        }
        return false;
    }

    private boolean isElsewhere(int from, int to) {
        for (int i = from; i < to; i++) {
            if (page.scope().elsewhere(i) || page.scope().quoted(i)) {
                return true;
            }
        }
        return false;
    }

    /** The patient is named in the words, or right before them. */
    private boolean isOfPatient(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isPatient(i)) {
                return true;
            }
        }
        int i = from - 1;
        while (i >= page.layout().sentences().from(from, 2 * NEAR)) {
            if (isPatient(i)) {
                return true;
            }
            boolean name = tokens.isCapital(i) && page.personAt(i) == null;
            if (!tokens.isAnyOf(i, MARKS) && !tokens.at(i).isNumber() && !name) {
                return false;
            }
            i--;
        }
        return false;
    }

    private boolean isPatient(int i) {
        Hit person = i < 0 ? null : page.personAt(i);
        boolean child = tokens.is(i, "child");
        return child
                || (person != null && person.means("patient") && !page.isOwner(person) && !tokens.isAnyOf(i, PRONOUNS));
    }

    /** {@code 8 members present}, {@code group size: 8}. */
    boolean isGroup(int from, int to) {
        boolean header = page.isInHeader(from) && tokens.at(to).kind() != Token.Kind.NUMBER;
        boolean label = tokens.isAnyOf(to - 2, Set.of(":", "=", "of")) || tokens.isAnyOf(from - 1, Set.of(":", "="));
        boolean there = false;
        for (int i = to; i < page.layout().clauses().to(to - 1, NEAR); i++) {
            there |= tokens.isAnyOf(i, THERE);
        }
        return (label || there || header) && !doubts.near(from, to, "near");
    }
}
