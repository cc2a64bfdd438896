package org.plainclaim.training;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.training.CaseText.Change;
import org.plainclaim.training.CaseText.Place;

/** A case while its lines are read. */
final class CaseDraft {
    private static final Set<String> ONCE = Set.of(
            "title", "level", "category", "question", "teach", "session", "diagnoses", "hold", "leaves-on", "history");
    private static final List<String> NEEDED = List.of("title", "level", "category", "question", "teach", "session");
    private static final Set<String> CHANGES = Set.of("change", "remove", "detail");
    private static final String KEYS =
            "title, level, category, question, teach, session, change, remove, detail, expect,"
                    + " diagnoses, hold, leaves-on, history";

    private final String id;
    private final Place place;
    private final List<CaseFault> faults;
    private final int faultsBefore;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<AnswerLine> lines = new ArrayList<>();

    CaseDraft(String id, Place place, List<CaseFault> faults) {
        this.id = id;
        this.place = place;
        this.faults = faults;
        this.faultsBefore = faults.size();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            faults.add(place.fault("'" + id + "' is no id; write lower-case words joined by '-'."));
        }
    }

    void put(Place at, String key, String value) {
        if (value.isEmpty()) {
            faults.add(at.fault("nothing stands behind '" + key + ":'."));
        } else if (CHANGES.contains(key)) {
            changes.add(new Change(at, key, value));
        } else if (key.equals("expect")) {
            AnswerLine.parse(value)
                    .ifPresentOrElse(
                            lines::add, () -> faults.add(at.fault("'" + value + "' is no line. " + AnswerLine.FORM)));
        } else if (!ONCE.contains(key)) {
            faults.add(at.fault("there is no key '" + key + "'; the keys are " + KEYS + "."));
        } else if (texts.put(key, value) != null) {
            faults.add(at.fault("'" + key + "' is said twice in one case."));
        } else {
            check(at, key, value);
        }
    }

    private void check(Place at, String key, String value) {
        boolean wrong =
                switch (key) {
                    case "level" -> !value.matches("[123]");
                    case "category" -> !value.matches("[a-z]+(-[a-z]+)*");
                    case "history" -> !value.equals("none");
                    case "leaves-on" -> date(value) == null;
                    case "session" -> !value.matches("[A-Za-z0-9._-]+\\.json");
                    default -> false;
                };
        if (wrong) {
            faults.add(
                    at.fault("'" + value + "' does not fit '" + key + "': a level is 1, 2 or 3; a category lower-case"
                            + " words joined by '-'; a history only 'none'; a"
                            + " day like 2026-03-03; a session the name of a"
                            + " .json file."));
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The case; empty if anything was wrong with it. */
    Optional<CaseText> finished() {
        NEEDED.stream()
                .filter(key -> !texts.containsKey(key))
                .forEach(key -> faults.add(place.fault("case '" + id + "' does not say its '" + key + "'.")));
        boolean held = texts.containsKey("hold");
        if (held == !lines.isEmpty()) {
            faults.add(place.fault("case '" + id
                    + "' has to say either what it expects ('expect:', a line each) or what holds it ('hold:')."));
        }
        if (faults.size() > faultsBefore) {
            return Optional.empty();
        }
        CaseText.About about = new CaseText.About(
                text("title"), Integer.parseInt(text("level")), text("category"), text("question"), text("teach"));
        return Optional.of(new CaseText(
                id,
                place,
                about,
                text("session"),
                changes,
                date(texts.get("leaves-on")),
                texts.containsKey("history"),
                held ? Answer.hold(words("hold")) : Answer.ready(lines, List.copyOf(words("diagnoses")))));
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }

    private Set<String> words(String key) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text(key).split("[ ,]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
