package org.plainclaim.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Notes that sound like notes, the same ones on every run. */
public final class SyntheticNotes {
    private static final List<String> OPENINGS = List.of(
            "Patient arrived on time and reported",
            "Client described",
            "She spoke at length about",
            "He began the session with",
            "They came in tired and talked about",
            "The patient returned to");
    private static final List<String> THEMES = List.of(
            "conflict with a sister over the care of their father",
            "a panic attack on the bus to work",
            "waking at four and lying awake until the alarm",
            "the anniversary of the accident",
            "drinking on two evenings after the argument",
            "fear of being let go in the next round",
            "intrusive images of the fire",
            "avoiding the stairwell where it happened",
            "a first date after the divorce",
            "grades that fell since the move",
            "guilt about missing the funeral",
            "checking the stove many times before leaving",
            "a call from the custody lawyer",
            "the new medication and a dry mouth",
            "pain that keeps her from the garden",
            "being left out of the team lunch",
            "the neighbor who shouts at night",
            "a relapse of binge eating");
    private static final List<String> WORK = List.of(
            "Worked on thought records around",
            "Rehearsed a conversation about",
            "Used grounding while recalling",
            "Built a ladder of exposures for",
            "Looked for evidence for and against the belief behind",
            "Planned one small step regarding",
            "Named the emotions that came with",
            "Mapped the cycle that keeps up");
    private static final List<String> RESPONSES = List.of(
            "engaged well and disagreed once, openly",
            "was tearful, then calmer",
            "rated distress lower at the end",
            "doubted that it would help but agreed to try",
            "laughed for the first time in weeks",
            "grew quiet and needed a pause",
            "took notes and asked for a copy",
            "linked it to earlier years");
    private static final List<String> PLANS = List.of(
            "keep a sleep log",
            "call the union",
            "write the letter without sending it",
            "walk to the corner shop",
            "practice breathing before meals",
            "bring the partner next time",
            "ask the pharmacist about timing",
            "visit the grave",
            "leave the phone in the kitchen",
            "apply for the course");

    private final Random random;

    public SyntheticNotes(long seed) {
        this.random = new Random(seed);
    }

    /** A note of about 120 words in the frame that every note of the practice has. */
    public String note() {
        StringBuilder text = new StringBuilder(800);
        text.append("Progress note. Date of service 03/")
                .append(10 + random.nextInt(18))
                .append("/2026. ");
        for (int i = 0; i < 3; i++) {
            String theme = one(THEMES);
            text.append(one(OPENINGS))
                    .append(' ')
                    .append(theme)
                    .append(", and ")
                    .append(one(THEMES))
                    .append(". ");
            text.append(one(WORK))
                    .append(' ')
                    .append(theme)
                    .append("; ")
                    .append(one(RESPONSES))
                    .append(". ");
        }
        text.append("Mental status: alert, oriented, speech normal. Denies suicidal and homicidal ideation. ");
        text.append("Plan: ").append(one(PLANS)).append(", ").append(one(PLANS)).append(", next session in one week.");
        return text.toString();
    }

    /** The note with as many words in the middle replaced, one next to the other, as make it that similar. */
    public String changed(String note, double similarity) {
        List<String> words = new ArrayList<>(List.of(note.split(" ", -1)));
        NoteShingles original = NoteShingles.of(note);
        int at = words.size() / 3;
        String changed = note;
        while (NoteShingles.of(changed).similarity(original) > similarity) {
            words.set(at, "another" + (char) ('a' + at % 26));
            at++;
            changed = String.join(" ", words);
        }
        return changed;
    }

    /** The note as it is copied for another patient on another day. */
    public static String copied(String note) {
        return note.replaceAll("03/\\d+/2026", "April 7, 2026")
                .replace("She ", "He ")
                .replace(" her ", " his ");
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
