package org.plainclaim.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds whether the patient was there, and who else was. */
final class AttendanceReader {
    private static final Set<String> NOT_ATTENDEES = Set.of("patient", "clinician", "other");
    private static final Set<String> JOINTS = Set.of("and", "&", "with", "w", "+");
    private static final Set<String> AWAY = Set.of(
            "home",
            "work",
            "court",
            "church",
            "party",
            "er",
            "hospital",
            "meeting",
            "meetings",
            "aa",
            "na",
            "class",
            "classes",
            "practice",
            "store",
            "job",
            "wedding",
            "funeral",
            "college",
            "camp",
            "daycare",
            "shift",
            "treatment",
            "program",
            "colleague",
            "pcp",
            "rehab",
            "detox",
            "nurse",
            "police",
            "ambulance",
            "ems",
            "squad",
            "officers",
            "gym",
            "yesterday",
            "ago",
            "ed");
    private static final Set<String> YES = Set.of("yes", "y", "x", "on", "walk", "alone", "with", "in");
    private static final Set<String> SHARE_LEADS = Set.of("the", "for", "only", "just");
    private static final Set<String> SHARES = Set.of("first", "last", "final", "part", "half");
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
        boolean part = said.stream().anyMatch(hit -> hit.means("part") || isShare(hit));
        for (Hit hit : said) {
            if (!(missed || part) || !hit.means("present")) {
                page.state(NoteFacts.ATTENDANCE, hit.means("missed") ? "absent" : hit.meaning(), hit);
            } else if (!missed && isShare(hit)) {
                page.state(NoteFacts.ATTENDANCE, "part", hit);
            }
        }
        if (!missed) {
            page.hits(NoteTable.PERSON_WORDS).forEach(this::person);
        }
        return missed;
    }

    /** {@code attended the first 40 of 90 minutes}, {@code present for half}. */
    private boolean isShare(Hit hit) {
        int i = hit.to();
        while (i - hit.to() < SHARE_LEADS.size() && tokens.isAnyOf(i, SHARE_LEADS)) {
            i++;
        }
        boolean counted =
                tokens.at(i + 1).isNumber() || tokens.isAnyOf(i + 1, Set.of("half", "part", "few", "portion"));
        boolean share = tokens.isAnyOf(i, Set.of("part", "half")) && tokens.is(i + 1, "of");
        return hit.means("present") && ((tokens.isAnyOf(i, SHARES) && counted) || share);
    }

    private boolean isOfPatient(Hit hit) {
        Set<String> only = hit.word().only();
        boolean ticked = page.boxes().ticked(hit.from());
        boolean labelled = ticked || (page.isUnder(hit.from(), "attendance") && tokens.is(hit.from() - 1, ":"));
        String subject = subjectOf(hit);
        boolean nobody = subject.isEmpty() && page.layout().sentences().from(hit.from()) == hit.from();
        if (only.contains("name") ? !isName(hit.to()) : isElsewhere(hit)) {
            return false;
        }
        return labelled
                || (!only.contains("label") && (!only.contains("patient") || subject.equals("patient") || nobody));
    }

    /** Somebody named together with the patient: {@code client and wife arrived}. */
    private String subjectOf(Hit hit) {
        String subject = page.subjectBefore(hit.from());
        if (subject.isEmpty() || subject.equals("patient")) {
            return subject;
        }
        boolean joined = false;
        for (int i = hit.from() - 1; i >= page.layout().sentences().from(hit.from(), 2 * NEAR); i--) {
            Hit person = page.personAt(i);
            joined |= tokens.isAnyOf(i, JOINTS);
            if (joined && person != null && person.means("patient") && !page.isOwner(person)) {
                return isJoint(person.to(), hit.from()) ? "patient" : subject;
            }
        }
        return subject;
    }

    /** Nothing but persons and joints between two places. */
    private boolean isJoint(int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            Hit person = page.personAt(i);
            words += person == null && tokens.at(i).isWord() && !tokens.isAnyOf(i, JOINTS) ? 1 : 0;
        }
        return words <= 1;
    }

    /** Arrived, but at work, or at a meeting of something else. */
    private boolean isElsewhere(Hit hit) {
        boolean there = hit.means("present");
        for (int i = hit.to(); there && i < page.layout().clauses().to(hit.to() - 1, NEAR - 1); i++) {
            if (tokens.isAnyOf(i, AWAY)) {
                return true;
            }
        }
        return false;
    }

    /** A name of nobody else: {@code I saw Teodor (15)}, and not {@code met with Karen (mother)}. */
    private boolean isName(int i) {
        Hit person = page.personAt(i);
        if (person != null) {
            return person.means("patient") && !page.isOwner(person);
        }
        int behind = tokens.at(i + 1).isWord() ? i + 2 : i + 1;
        boolean other = tokens.isAnyOf(behind, Set.of("(", ",")) && page.personAt(behind + 1) != null;
        boolean owner = tokens.is(i + 1, "'") || tokens.is(i + 2, "'");
        boolean title = tokens.isAnyOf(i, Set.of("dr", "prof"));
        return tokens.isCapital(i) && !other && !owner && !title && page.personAt(i + 1) == null;
    }

    /** Words for an absence deny something themselves. */
    private boolean isHere(Hit hit) {
        boolean here = !page.scope().quoted(hit.from())
                && !page.scope().elsewhere(hit.from())
                && !page.boxes().unticked(hit.from())
                && !page.isUnder(hit.from(), "plan")
                && !page.isUnder(hit.from(), "elsewhere")
                && !page.isUnder(hit.from(), "booked")
                && !page.isUnder(hit.from(), "addendum");
        boolean there = hit.means("present") || hit.means("part");
        return here && !(there && page.scope().denied(hit.from()));
    }

    private boolean saysNo(Hit hit) {
        boolean label = tokens.isAnyOf(hit.to(), Set.of(":", "="));
        return label
                && !tokens.isAnyOf(hit.to() + 1, YES)
                && !tokens.at(hit.to() + 1).isNumber();
    }

    private void person(Hit hit) {
        if (!page.holds(hit.from()) || page.isOwner(hit)) {
            return;
        }
        boolean listed = isListed(hit);
        if (listed && hit.means("patient") && !page.boxes().unticked(hit.from())) {
            page.state(
                    NoteFacts.ATTENDANCE,
                    left(hit) > 0 ? "part" : "present",
                    hit.from(),
                    Math.max(hit.to(), left(hit)));
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

    /** {@code client (joined 15:30, left 15:55)}. */
    private int left(Hit hit) {
        for (int i = hit.to() + 1; tokens.is(hit.to(), "(") && i < hit.to() + LIST / 2 && !tokens.is(i, ")"); i++) {
            if (tokens.is(i, "left")) {
                return i + 1;
            }
        }
        return 0;
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
