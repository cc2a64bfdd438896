package org.plainclaim.note;

import java.util.Locale;
import java.util.Set;

/** The tables of words; each is one file, and its meanings are those that the reader knows. */
public enum NoteTable {
    ABBREVIATION_WORDS("title", "short"),
    ATTENDANCE_WORDS("present", "part", "absent", "missed"),
    CLOCK_WORDS(
            "start",
            "stop",
            "began",
            "ended",
            "session",
            "elsewhere",
            "elsewhere-behind",
            "clock",
            "length",
            "lasted",
            "part-of",
            "part-of-behind",
            "evaluation",
            "psychotherapy",
            "apart"),
    CONSENT_WORDS("yes", "no", "consent"),
    CREDENTIAL_WORDS("credential"),
    DOUBT_WORDS(
            "note",
            "times",
            "near",
            "length",
            "modality",
            "video",
            "present",
            "present-near",
            "in-person",
            "inside",
            "theirs"),
    EMPTY_WORDS("empty"),
    FINDING_WORDS("denied-next", "denied-previous", "present-next", "present-previous"),
    GROUP_WORDS("group", "members", "group-of", "attended"),
    HEADING_WORDS,
    INSTRUMENT_WORDS,
    MODALITY_WORDS,
    NUMBER_WORDS,
    PERSON_WORDS,
    PLACE_WORDS("home", "office", "school", "car", "work", "hospital", "other"),
    PRESENCE_WORDS("there-previous", "there-next", "list-next", "away-previous", "away-next"),
    RISK_WORDS("suicidal", "homicidal", "both"),
    SCOPE_WORDS(
            "denied-next",
            "denied-previous",
            "elsewhere-next",
            "elsewhere-previous",
            "elsewhere-line",
            "elsewhere-first",
            "nothing",
            "but"),
    SECTION_WORDS,
    SIGNATURE_WORDS("signed"),
    STRICT_TIME_WORDS("times", "start", "stop", "length", "lasted", "session-behind", "fill", "booked"),
    STRICT_USE_WORDS("attended", "used", "used-behind", "named"),
    TELEHEALTH_WORDS("audio-video", "audio-only");

    /** {@code Set.of} never changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> meanings;

    NoteTable(String... meanings) {
        this.meanings = Set.of(meanings);
    }

    /** The name of the file, without its ending. */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if the reader knows what to do with this meaning; a table of open meanings takes any. */
    public boolean knows(String meaning) {
        return meanings.isEmpty() || meanings.contains(meaning);
    }

    /** The meanings that the reader knows; empty if it takes any. */
    public Set<String> meanings() {
        return meanings;
    }
}
