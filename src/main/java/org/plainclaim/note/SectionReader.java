package org.plainclaim.note;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a text has something to say in, by its headings, by words of its own, and by other facts. */
final class SectionReader {
    private static final Map<String, String> SHOWN_BY = Map.of(
            NoteFacts.MODALITY, "interventions",
            NoteFacts.ATTENDANCE, "attendance",
            NoteFacts.ATTENDEE, "attendance",
            NoteFacts.TELEHEALTH, "telehealth",
            NoteFacts.SUICIDAL_IDEATION, "risk-assessment",
            NoteFacts.HOMICIDAL_IDEATION, "risk-assessment");
    private static final Set<String> NO_SECTIONS = Set.of(
            "other", "assessment", "modality", "elsewhere", "booked", "addendum", "signature", "telehealth-mode");
    private static final int LONGEST_EMPTY = 6;

    private final Page page;
    private final Tokens tokens;
    private final Set<Integer> empty = new HashSet<>();

    SectionReader(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        for (Hit hit : page.hits(NoteTable.EMPTY_WORDS)) {
            for (int i = hit.from(); i < hit.to(); i++) {
                empty.add(i);
            }
        }
    }

    void read() {
        for (Heading heading : page.headings()) {
            if (!NO_SECTIONS.contains(heading.section()) && hasContent(heading)) {
                section(inGroup(heading.section()), heading.body(), heading.to());
            }
        }
        for (Hit hit : page.hits(NoteTable.SECTION_WORDS)) {
            if (shows(hit)) {
                section(hit.meaning(), hit.from(), hit.to());
            }
        }
        for (Mention mention : List.copyOf(page.mentions())) {
            String section = SHOWN_BY.get(mention.fact());
            if (section != null) {
                page.mention(new Mention(NoteFacts.SECTION, section, mention.span(), Grade.LIKELY));
            }
        }
    }

    /** Outside a group the topic is what the patient brought. */
    private String inGroup(String section) {
        boolean group = page.hits(NoteTable.GROUP_WORDS).stream()
                .anyMatch(hit -> (hit.means("group") || hit.means("group-of"))
                        && page.scope().holds(hit.from()));
        if (group) {
            return section;
        }
        return section.equals("group-topic")
                ? "presenting-problem"
                : section.equals("individual-contribution") ? "response" : section;
    }

    private void section(String name, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && tokens.at(first).isBreak()) {
            first++;
        }
        while (last > first && tokens.at(last - 1).isBreak()) {
            last--;
        }
        if (last > first) {
            page.state(NoteFacts.SECTION, name, first, last);
        }
    }

    /** Something besides {@code n/a}, lines to write on, and boxes that nobody ticked. */
    private boolean hasContent(Heading heading) {
        boolean ticked = false;
        boolean boxes = false;
        int words = 0;
        for (int i = heading.body(); i < heading.to() && words < LONGEST_EMPTY; i++) {
            boolean box = page.boxes().behind(i) > 0;
            boxes |= box;
            ticked |= box && page.boxes().isTicked(i);
            boolean word = tokens.at(i).isWord() || tokens.at(i).isNumber();
            words += word && !empty.contains(i) && !page.boxes().unticked(i) ? 1 : 0;
        }
        return boxes ? ticked || words > 2 : words > 0;
    }

    /** The tears of a daughter are no mental status of the patient. */
    private boolean isOfPatient(Hit hit) {
        String person = page.subjectBefore(hit.from());
        boolean patient = Set.of("", "patient", "clinician").contains(person);
        return patient || (!hit.means("mental-status") && !(hit.means("history") && person.equals("other")));
    }

    private boolean shows(Hit hit) {
        Set<String> only = hit.word().only();
        boolean here = !page.scope().quoted(hit.from())
                && !page.boxes().unticked(hit.from())
                && !page.isUnder(hit.from(), "elsewhere");
        boolean planned = only.contains("planned") || only.contains("told");
        boolean now = planned || (page.scope().holds(hit.from()) && !page.isUnder(hit.from(), "plan"));
        boolean subject =
                !only.contains("patient") || page.subjectBefore(hit.to()).equals("patient");
        return here && now && subject && isOfPatient(hit) && !empty.contains(hit.to() + 1);
    }
}
