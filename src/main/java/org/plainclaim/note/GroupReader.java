package org.plainclaim.note;

import java.util.Set;

/** Finds how many patients were in a group. */
final class GroupReader {
    private static final Set<String> THERE = Set.of(
            "present",
            "attended",
            "attending",
            "att",
            "in",
            "w",
            "with",
            "were",
            "was",
            "participated",
            "total",
            "today",
            "this",
            "at",
            "and",
            "from",
            "incl",
            "including",
            "for",
            "came",
            "signed",
            "on",
            "each",
            "joined");
    private static final int SMALLEST = 2;
    private static final int LARGEST = 40;
    private static final int BEHIND = 4;

    private final Page page;
    private final Tokens tokens;
    private final Numbers numbers;

    GroupReader(Page page, Numbers numbers) {
        this.page = page;
        this.tokens = page.tokens();
        this.numbers = numbers;
    }

    void read() {
        boolean group = page.hits(NoteTable.GROUP_WORDS).stream()
                .anyMatch(hit -> (hit.means("group") || hit.means("group-of")) && page.holds(hit.from()));
        if (!group) {
            return;
        }
        for (Hit hit : page.hits(NoteTable.GROUP_WORDS)) {
            if (hit.means("group-of")) {
                behind(hit);
            } else if (hit.means("members")) {
                before(hit);
            }
        }
    }

    /** {@code group of six}, {@code group size: 8}. */
    private void behind(Hit hit) {
        int i = hit.to();
        while (i - hit.to() < BEHIND && tokens.isAnyOf(i, Set.of(":", "=", "|"))) {
            i++;
        }
        state(numbers.at(i), i, hit.from());
    }

    /** {@code 8 members}, {@code 7 of 9 pts attended}, {@code all six members}. */
    private void before(Hit hit) {
        int i = hit.from() - 1;
        if (tokens.is(i, "group")) {
            i--;
        }
        while (i > 0 && tokens.is(i - 1, "-")) {
            i -= 2;
        }
        boolean share = tokens.is(i - 1, "of") && numbers.at(i - 2).isThere();
        boolean slash = tokens.is(i - 1, "/") && tokens.at(i - 2).isNumber();
        int first = share || slash ? i - 2 : i;
        boolean told = tokens.isAnyOf(first - 1, Set.of("all"));
        if (!isSome(hit) && isCount(first) && (told || share || slash || isOfGroup(hit))) {
            state(numbers.at(first), first, first);
        }
    }

    /** A count of all: it begins something, or stands behind {@code all} or {@code group of}. */
    private boolean isCount(int first) {
        int before = tokens.isAnyOf(first - 1, Set.of("all", "the", "other")) ? first - 2 : first - 1;
        boolean behind = tokens.isAnyOf(before, Set.of("of", "with", "w", "had", "included")) && isGroupBefore(before);
        return (first == before + 2 && tokens.is(before + 1, "all"))
                || behind
                || !tokens.at(before).isWord()
                || page.layout().beginsField(first)
                || page.layout().sentences().from(first) == first;
    }

    private boolean isGroupBefore(int i) {
        for (int j = i; j >= page.layout().sentences().from(i, 2 * BEHIND); j--) {
            if (tokens.isAnyOf(j, Set.of("group", "grp", "circle", "size", "total", "iop", "class"))) {
                return true;
            }
        }
        return false;
    }

    /** {@code Six members, ...}, {@code 8 clients present}, and not {@code Two members thanked him}. */
    private boolean isOfGroup(Hit hit) {
        boolean counted = hit.word().words().contains("present");
        return counted || !tokens.at(hit.to()).isWord() || tokens.isAnyOf(hit.to(), THERE);
    }

    /** Not all of them: {@code 2 members left early}, {@code 3 members absent}. */
    private boolean isSome(Hit hit) {
        for (int i = hit.to(); i < page.layout().clauses().to(hit.to() - 1, BEHIND); i++) {
            if (tokens.isAnyOf(
                    i, Set.of("left", "absent", "late", "missed", "enrolled", "expected", "who", "invited"))) {
                return true;
            }
        }
        return false;
    }

    private void state(Numbers.Read number, int at, int from) {
        boolean fits = number.value() >= SMALLEST && number.value() <= LARGEST;
        if (fits && from >= 0 && page.holds(at)) {
            page.state(NoteFacts.GROUP_SIZE, number.value(), from, number.to());
        }
    }
}
