package org.plainclaim.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds whether the patient was there, and who else was. */
final class AttendanceReader {
    private static final Set<String> NOT_ATTENDEES = Set.of("patient", "clinician", "other");
    private static final int LIST = 30;
    private static final int NEAR = 6;

    private final Page page;
    private final Tokens tokens;
    private final @Nullable Hit[] presence;

    AttendanceReader(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.presence = new Hit[tokens.size() + 1];
        page.hits(NoteTable.PRESENCE_WORDS).forEach(hit -> java.util.Arrays.fill(presence, hit.from(), hit.to(), hit));
    }

    /** States who was there; true if the session did not take place. */
    boolean read() {
        List<Hit> said = new ArrayList<>();
        for (Hit hit : page.hits(NoteTable.ATTENDANCE_WORDS)) {
            if (isHere(hit) && isOfPatient(hit) && !saysNo(hit)) {
                said.add(hit);
            }
        }
        boolean missed = said.stream().anyMatch(hit -> hit.means("missed"));
        boolean part = said.stream().anyMatch(hit -> hit.means("part"));
        for (Hit hit : said) {
            if (!(missed || part) || !hit.means("present")) {
                page.state(NoteFacts.ATTENDANCE, hit.means("missed") ? "absent" : hit.meaning(), hit);
            }
        }
        if (!missed) {
            page.hits(NoteTable.PERSON_WORDS).forEach(this::person);
        }
        return missed;
    }

    private boolean isOfPatient(Hit hit) {
        Set<String> only = hit.word().only();
        boolean ticked = page.boxes().ticked(hit.from());
        boolean labelled = ticked || (page.isUnder(hit.from(), "attendance") && tokens.is(hit.from() - 1, ":"));
        String subject = page.subjectBefore(hit.from());
        boolean nobody = subject.isEmpty() && page.layout().sentences().from(hit.from()) == hit.from();
        return labelled
                || (!only.contains("label") && (!only.contains("patient") || subject.equals("patient") || nobody));
    }

    /** Words for an absence deny something themselves. */
    private boolean isHere(Hit hit) {
        boolean here = !page.scope().quoted(hit.from())
                && !page.scope().elsewhere(hit.from())
                && !page.boxes().unticked(hit.from())
                && !page.isUnder(hit.from(), "plan")
                && !page.isUnder(hit.from(), "elsewhere");
        boolean there = hit.means("present") || hit.means("part");
        return here && !(there && page.scope().denied(hit.from()));
    }

    private boolean saysNo(Hit hit) {
        boolean label = tokens.isAnyOf(hit.to(), Set.of(":", "="));
        return label && !tokens.isAnyOf(hit.to() + 1, Set.of("yes", "y", "x"));
    }

    private void person(Hit hit) {
        if (!page.holds(hit.from()) || page.isOwner(hit)) {
            return;
        }
        boolean listed = isListed(hit);
        if (listed && hit.means("patient") && !page.boxes().unticked(hit.from())) {
            page.state(NoteFacts.ATTENDANCE, "present", hit);
        } else if (!NOT_ATTENDEES.contains(hit.meaning()) && (listed || isThere(hit)) && !isAway(hit)) {
            page.state(NoteFacts.ATTENDEE, hit.meaning(), hit);
        }
    }

    /** In a list behind {@code Present:} or {@code Participants}. */
    private boolean isListed(Hit hit) {
        for (int i = hit.from() - 1; i >= page.layout().lines().from(hit.from(), LIST); i--) {
            Hit word = presence[i];
            if (word != null && word.means("list-next")) {
                return page.boxes().ticked(hit.from()) || !hasBoxes(word.to(), hit.from());
            }
            if (tokens.is(i, ".") && tokens.gapBefore(i + 1) > 0) {
                return false;
            }
        }
        return false;
    }

    private boolean hasBoxes(int from, int to) {
        for (int i = from; i < to; i++) {
            if (page.boxes().behind(i) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isThere(Hit hit) {
        for (int i = hit.to(); i < page.layout().sentences().to(hit.to() - 1, NEAR + 2); i++) {
            Hit word = presence[i];
            if (word != null && word.means("there-previous") && page.holds(i)) {
                return !isOtherBetween(hit.to(), i);
            }
        }
        for (int i = hit.from() - 1; i >= page.layout().clauses().from(hit.from(), NEAR - 2); i--) {
            Hit word = presence[i];
            if (word != null && word.means("there-next")) {
                return page.holds(i) && !isOtherBetween(i + 1, hit.from());
            }
        }
        return false;
    }

    private boolean isOtherBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (page.personAt(i) != null && !tokens.is(i - 1, "and") && !tokens.is(i, "he") && !tokens.is(i, "him")) {
                return true;
            }
        }
        return false;
    }

    private boolean isAway(Hit hit) {
        for (int i = hit.to(); i < page.layout().sentences().to(hit.to() - 1, NEAR * 2); i++) {
            Hit word = presence[i];
            if (word != null && word.means("away-previous")) {
                return true;
            }
            if (tokens.is(i, ";")) {
                return false;
            }
        }
        for (int i = hit.from() - 1; i >= page.layout().clauses().from(hit.from(), NEAR); i--) {
            Hit word = presence[i];
            if (word != null && word.means("away-next")) {
                return true;
            }
        }
        return false;
    }
}
