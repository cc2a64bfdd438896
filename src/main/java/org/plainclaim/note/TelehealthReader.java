package org.plainclaim.note;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds whether the session was held by video or by telephone, whether the patient agreed, and where both were. */
final class TelehealthReader {
    private static final Set<String> MARKS = Set.of(":", "=", "|", ".", "*", "-");
    private static final Set<String> NO = Set.of("no", "none", "n", "declined", "refused", "not");
    private static final Set<String> YES = Set.of("yes", "y", "obtained", "given", "verbal", "written", "signed", "on");
    private static final Set<String> PATIENT = Set.of("patient");
    private static final Set<String> CLINICIAN = Set.of("clinician");
    private static final Set<String> FIELD_ENDS = Set.of("|", ",", ".", ";");
    private static final int FILLERS = 40;
    private static final int LINK = 6;

    private final Page page;
    private final Tokens tokens;

    TelehealthReader(Page page) {
        this.page = page;
        this.tokens = page.tokens();
    }

    void read() {
        page.hits(NoteTable.TELEHEALTH_WORDS).stream()
                .filter(hit -> page.holds(hit.from()) && isMeant(hit))
                .filter(hit -> !isOfSomebodyElse(hit))
                .forEach(hit -> page.state(NoteFacts.TELEHEALTH, hit.meaning(), hit));
        page.hits(NoteTable.CONSENT_WORDS).stream()
                .filter(hit -> !page.scope().quoted(hit.from()) && !page.scope().elsewhere(hit.from()))
                .forEach(this::consent);
        page.hits(NoteTable.PLACE_WORDS).stream()
                .filter(hit -> page.holds(hit.from()))
                .forEach(this::place);
    }

    /** {@code Visit type: video}, and no other video. */
    private boolean isMeant(Hit hit) {
        return !hit.word().only().contains("label")
                || page.boxes().ticked(hit.from())
                || page.isUnder(hit.from(), "telehealth-mode")
                || (hit.means("audio-video") && isField(hit));
    }

    /** {@code | Video |}, {@code Session type: Conjoint, video}: a field of its own in one of the first lines. */
    private boolean isField(Hit hit) {
        boolean begins = page.layout().beginsField(hit.from()) || tokens.is(hit.from() - 1, ",");
        Token behind = tokens.at(hit.to());
        boolean ends = hit.to() >= tokens.size()
                || behind.isBreak()
                || behind.isNumber()
                || tokens.isAnyOf(hit.to(), FIELD_ENDS);
        return begins && ends && page.isInHeader(hit.from());
    }

    /** A mother who joined by video says nothing of how the session was held. */
    private boolean isOfSomebodyElse(Hit hit) {
        return hit.word().only().contains("patient")
                && !Set.of("", "patient", "clinician").contains(page.subjectBefore(hit.from()));
    }

    private void consent(Hit hit) {
        String value = hit.means("consent") ? answer(hit) : hit.meaning();
        boolean denied = hit.means("yes") && page.scope().denied(hit.from());
        if (!value.isEmpty() && !page.boxes().unticked(hit.from()) && !page.isUnder(hit.from(), "plan")) {
            page.state(NoteFacts.TELEHEALTH_CONSENT, denied ? "no" : value, hit);
        }
    }

    /** The answer behind a label, in words or in boxes. */
    private String answer(Hit hit) {
        int i = hit.to();
        while (i - hit.to() < FILLERS && tokens.isAnyOf(i, MARKS)) {
            i++;
        }
        int end = i >= tokens.size() ? i : page.layout().lines().to(i, FILLERS);
        for (int j = i; j < end && page.boxes().behind(j) > 0; j = page.boxes().behind(j) + 1) {
            if (page.boxes().isTicked(j)) {
                i = page.boxes().behind(j);
            }
        }
        if (i == hit.to()) {
            return "";
        }
        return tokens.isAnyOf(i, NO) ? "no" : tokens.isAnyOf(i, YES) ? "yes" : "";
    }

    /** A place belongs to the person right before it, with a word such as {@code at} or a label between. */
    private void place(Hit hit) {
        int i = hit.from() - 1;
        int first = Math.max(page.layout().lines().from(hit.from()), hit.from() - FILLERS);
        int words = 0;
        while (i >= first && words <= LINK && !tokens.isAnyOf(i, Set.of(",", ";"))) {
            Hit person = page.personAt(i);
            if (person != null && person.to() <= hit.from() && isLinked(person.from(), hit.from())) {
                state(person.meaning(), hit);
                return;
            }
            if (person != null) {
                return;
            }
            words += tokens.at(i).isWord() ? 1 : 0;
            i--;
        }
        if (hit.word().only().contains("alone")) {
            page.state(NoteFacts.PATIENT_PLACE, hit.meaning(), hit);
        }
    }

    private void state(String person, Hit hit) {
        @Nullable
        String fact = PATIENT.contains(person)
                ? NoteFacts.PATIENT_PLACE
                : CLINICIAN.contains(person) ? NoteFacts.CLINICIAN_PLACE : null;
        if (fact != null) {
            page.state(fact, hit.meaning(), hit);
        }
    }

    private boolean isLinked(int from, int to) {
        boolean link = false;
        Hit person = page.personAt(from);
        int behind = person == null ? from : person.to();
        for (int i = from; i < to; i++) {
            boolean at = tokens.isAnyOf(i, Set.of("at", "in", "from", "@", "location", "located", "site"));
            boolean mark = tokens.isAnyOf(i, MARKS);
            boolean fill = tokens.isAnyOf(
                    i,
                    Set.of(
                            "was",
                            "is",
                            "his",
                            "her",
                            "their",
                            "the",
                            "a",
                            "an",
                            "own",
                            "site",
                            "joined",
                            "on",
                            "laptop",
                            "worked",
                            "working",
                            "participated",
                            "logged",
                            "sat",
                            "seated",
                            "currently",
                            "physically",
                            "alone",
                            "parked",
                            "clinic",
                            "private",
                            "s",
                            "'",
                            "(",
                            ")",
                            "/",
                            "y",
                            "o",
                            "yo"));
            if (i >= behind && !at && !mark && !fill && !tokens.at(i).isNumber()) {
                return false;
            }
            link |= at;
        }
        return link;
    }
}
