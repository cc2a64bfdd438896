package org.plainclaim.server.signals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Procedure;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.ClinicianHistory;
import org.plainclaim.plausibility.CodeCount;
import org.plainclaim.plausibility.NotePair;
import org.plainclaim.plausibility.PlausibilityEngine;
import org.plainclaim.plausibility.WorkedSession;
import org.plainclaim.plausibility.WrittenNote;
import org.plainclaim.server.search.Sightline;

/** Puts together what the store knows of the work of a clinician in a time. */
final class ClinicianRecords {
    private final Looking store;
    private final Tables tables;
    private final SessionShape shape;
    private final PlausibilityEngine engine;
    private final Sightline seen;

    /**
     * The tables beside the resources.
     *
     * @param notes the notes
     * @param billed the lines of claims
     * @param words the words of stored notes
     * @param texts how the text of a note is read that is about to be stored
     */
    record Tables(
            NoteTable notes,
            BilledTable billed,
            NoteWords words,
            java.util.function.Function<org.hl7.fhir.instance.model.api.IBaseResource, java.util.Optional<String>>
                    texts) {}

    ClinicianRecords(Looking store, Tables tables, SessionShape shape, PlausibilityEngine engine) {
        this(new ClinicianRecords.Parts(store, tables, shape, engine), Sightline.ALL);
    }

    private ClinicianRecords(Parts parts, Sightline seen) {
        this.store = parts.store();
        this.tables = parts.tables();
        this.shape = parts.shape();
        this.engine = parts.engine();
        this.seen = seen;
    }

    private record Parts(Looking store, Tables tables, SessionShape shape, PlausibilityEngine engine) {}

    /** The same as far as somebody sees it. */
    ClinicianRecords seenBy(Sightline other) {
        return new ClinicianRecords(new Parts(store, tables, shape, engine), other);
    }

    /**
     * Whose work, and when.
     *
     * @param practitioner the clinician, such as {@code Practitioner/1}
     * @param from first day
     * @param to last day
     * @param only the one session whose notes are compared; null for all
     */
    record Question(String practitioner, LocalDate from, LocalDate to, @Nullable String only) {}

    /**
     * What is known.
     *
     * @param history the work
     * @param from first day of which it was looked at
     */
    record Known(ClinicianHistory history, LocalDate from) {}

    Known load(Question question) {
        Set<String> keys = keys(question.practitioner());
        List<Encounter> found = visible(store.sessions(keys, question.from(), question.to()));
        LocalDate from = question.from();
        if (found.size() > Looking.MOST_SESSIONS) {
            from = shape.day(found.get(Looking.MOST_SESSIONS)).plusDays(1);
        }
        LocalDate first = from;
        List<Encounter> kept = found.stream()
                .filter(encounter -> isIn(shape.day(encounter), first, question.to()))
                .toList();
        return new Known(history(question, keys, kept), first);
    }

    private List<Encounter> visible(List<Encounter> sessions) {
        Set<String> hidden = seen.hidden(sessions.stream().map(Keys::of).toList());
        return sessions.stream()
                .filter(session -> !hidden.contains(Keys.of(session)))
                .toList();
    }

    private static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Everything that a clinician is referred to by. */
    private Set<String> keys(String practitioner) {
        Practitioner person = (Practitioner) store.read(practitioner);
        List<Identifier> identifiers = person.getIdentifier();
        Set<String> keys = new LinkedHashSet<>(Set.of(practitioner));
        store.roles(practitioner, identifiers).forEach(role -> keys.add(Keys.of(role)));
        identifiers.stream().map(Keys::of).filter(key -> !key.isEmpty()).forEach(keys::add);
        return keys;
    }

    private ClinicianHistory history(Question question, Set<String> keys, List<Encounter> encounters) {
        Map<String, List<Procedure>> procedures = store
                .procedures(encounters.stream().map(Keys::of).toList())
                .stream()
                .collect(Collectors.groupingBy(procedure -> Keys.of(procedure.getEncounter())));
        Map<String, WorkedSession> sessions = new LinkedHashMap<>();
        Map<String, String> bySessionKey = new HashMap<>();
        for (Encounter encounter : encounters) {
            String reference = Keys.of(encounter);
            List<Procedure> own = procedures.getOrDefault(reference, List.of());
            if (SessionShape.isOneOf(shape.rendering(encounter, own), keys)) {
                sessions.put(reference, shape.of(encounter, own));
                bySessionKey.put(reference, reference);
                encounter.getIdentifier().forEach(one -> bySessionKey.put(Keys.of(one), reference));
            }
        }
        List<StoredNote> notes = tables.notes().ofSessions(bySessionKey.keySet()).stream()
                .map(note -> ofSession(note, bySessionKey))
                .toList();
        return new ClinicianHistory(
                question.practitioner(),
                List.copyOf(sessions.values()),
                notes.stream().map(StoredNote::note).toList(),
                pairs(question, keys, sessions, notes),
                billed(bySessionKey),
                counts(question, keys));
    }

    /** The same note, with the session by its reference. */
    private static StoredNote ofSession(StoredNote stored, Map<String, String> bySessionKey) {
        WrittenNote note = stored.note();
        WrittenNote moved = new WrittenNote(
                note.reference(),
                bySessionKey.getOrDefault(note.session(), note.session()),
                note.patient(),
                note.words(),
                note.written(),
                note.signed());
        return new StoredNote(moved, stored.clinician(), stored.version(), stored.print());
    }

    private Map<String, java.time.Instant> billed(Map<String, String> bySessionKey) {
        Map<String, java.time.Instant> billed = new HashMap<>();
        tables.billed()
                .firstBilled(bySessionKey.keySet())
                .forEach((key, when) ->
                        billed.merge(bySessionKey.getOrDefault(key, key), when, (a, b) -> a.isBefore(b) ? a : b));
        return billed;
    }

    private List<NotePair> pairs(
            Question question, Set<String> keys, Map<String, WorkedSession> sessions, List<StoredNote> notes) {
        double least = engine.leastSimilarity(question.to());
        NoteComparison.SameGroup group = (one, other) -> sameGroup(one, other, sessions, question.to());
        NoteComparison comparison = new NoteComparison(tables.notes(), tables.words()::of);
        NoteComparison.Among among = new NoteComparison.Among(keys, least, group);
        List<NotePair> pairs = new ArrayList<>();
        for (StoredNote note : notes) {
            if (question.only() == null || note.note().session().equals(question.only())) {
                pairs.addAll(comparison.pairs(note, among));
            }
        }
        return pairs;
    }

    private boolean sameGroup(String one, String other, Map<String, WorkedSession> sessions, LocalDate date) {
        WorkedSession here = sessions.get(one);
        WorkedSession there = sessions.get(other);
        return here != null && there != null && engine.sameGroup(here, there, date);
    }

    private BilledTable billedLines() {
        return tables.billed().seenBy(seen);
    }

    /** The counts of all clinicians of the practices, each by the reference of the person. */
    private List<CodeCount> counts(Question question, Set<String> keys) {
        List<String> practices = billedLines().practices(keys, question.from(), question.to());
        List<CodeCount> counts =
                billedLines().counts(practices, engine.comparedCodes(question.to()), question.from(), question.to());
        Set<String> roles = counts.stream()
                .map(CodeCount::clinician)
                .filter(key -> key.startsWith("PractitionerRole/") && !keys.contains(key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, String> people = new HashMap<>();
        for (PractitionerRole role : store.roles(roles)) {
            people.put(Keys.of(role), Keys.of(role.getPractitioner()));
        }
        keys.forEach(key -> people.put(key, question.practitioner()));
        return counts.stream()
                .map(count -> new CodeCount(
                        Objects.requireNonNullElse(people.get(count.clinician()), count.clinician()),
                        count.code(),
                        count.count()))
                .toList();
    }
}
