package org.plainclaim.note;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Modalities that were used for certain: called by their name, with a word for their use beside them or as a field. */
final class StrictModality {
    private static final Set<String> HEADINGS = Set.of("interventions", "modality");
    private static final Set<String> OTHERS = Set.of(
            "plan",
            "history",
            "goals-addressed",
            "medical-necessity",
            "diagnosis-basis",
            "risk-assessment",
            "addendum",
            "elsewhere",
            "booked",
            "medical-evaluation",
            "crisis-history",
            "signature");
    private static final Set<String> BULLETS = Set.of("-", "*", "\u2022");
    private static final Set<String> PERSONS = Set.of("", "patient", "clinician");
    private static final int NEAR = 5;

    private final Page page;
    private final Tokens tokens;
    private final Doubts doubts;
    private final @Nullable Hit[] words;

    StrictModality(Page page, Doubts doubts) {
        this.page = page;
        this.tokens = page.tokens();
        this.doubts = doubts;
        this.words = page.marked(NoteTable.STRICT_USE_WORDS);
    }

    boolean holds(int from, int to) {
        Heading heading = page.headingOf(from);
        String section = heading == null ? "" : heading.section();
        if (OTHERS.contains(section) || !isNamed(from, to)) {
            return false;
        }
        boolean ticked = page.boxes().ticked(from);
        boolean used = ticked
                || HEADINGS.contains(section)
                || isUsed(from, to)
                || (isLead(from) && !section.equals("presenting-problem"));
        boolean ours = PERSONS.contains(page.subjectBefore(from));
        return used && (ticked || (ours && !doubts.near(from, to, "modality")));
    }

    private boolean isNamed(int from, int to) {
        boolean named = page.boxes().ticked(from) || page.isUnder(from, "modality");
        for (int i = from; i < to; i++) {
            Hit word = words[i];
            named |= word != null && word.means("named");
        }
        return named;
    }

    private boolean isUsed(int from, int to) {
        for (int i = from - 1; i >= page.layout().sentences().from(from, NEAR); i--) {
            if (means(i, "used")) {
                return true;
            }
        }
        for (int i = to; i < page.layout().clauses().to(to - 1, NEAR); i++) {
            if (means(i, "used-behind")) {
                return true;
            }
        }
        return false;
    }

    private boolean means(int i, String kind) {
        Hit word = words[i];
        return word != null && word.means(kind);
    }

    private boolean isBulleted(int from) {
        return tokens.isAnyOf(from - 1, BULLETS) && page.layout().sentences().from(from) == from - 1;
    }

    /** {@code CBT: tested the prediction}: first in its sentence. */
    private boolean isLead(int from) {
        return page.layout().sentences().from(from) == from || tokens.is(from - 1, ":") || isBulleted(from);
    }
}
