package org.plainclaim.server.signals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.plainclaim.explanation.Finding;
import org.plainclaim.plausibility.Plausibility;
import org.plainclaim.plausibility.PlausibilityEngine;
import org.plainclaim.plausibility.Signal;
import org.plainclaim.server.search.Sightline;
import org.plainclaim.server.signals.ClinicianRecords.Known;
import org.plainclaim.server.signals.ClinicianRecords.Question;

/** What is not likely in stored records: of a clinician in a time, or of one session. */
public final class Plausibilities {
    private final Looking store;
    private final ClinicianRecords records;
    private final SessionShape shape;
    private final PlausibilityEngine engine;

    Plausibilities(Looking store, ClinicianRecords records, SessionShape shape, PlausibilityEngine engine) {
        this.store = store;
        this.records = records;
        this.shape = shape;
        this.engine = engine;
    }

    /** The same among those records that somebody sees. */
    public Plausibilities seenBy(Sightline seen) {
        return new Plausibilities(store, records.seenBy(seen), shape, engine);
    }

    /**
     * What was looked at, and what came of it.
     *
     * @param found signals, and what could not be looked at
     * @param sessions how many sessions were looked at
     * @param from first day
     * @param to last day
     */
    public record Reviewed(Plausibility found, int sessions, LocalDate from, LocalDate to) {}

    /** The days that are looked at where nobody says since when. */
    public LocalDate usualStart(LocalDate to) {
        return to.minusDays(engine.daysBefore(to));
    }

    /**
     * The sessions of a clinician from one day to another.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is no such practitioner
     */
    public Reviewed clinician(String practitioner, LocalDate from, LocalDate to) {
        Known known = records.load(new Question(practitioner, from, to, null));
        Plausibility found = engine.review(known.history(), to);
        return new Reviewed(found, known.history().sessions().size(), known.from(), to);
    }

    /**
     * One session among those that its clinician had before and on the day.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is no such encounter
     */
    public Reviewed session(String reference) {
        Encounter encounter = (Encounter) store.read(reference);
        LocalDate day = shape.day(encounter);
        return session(encounter, usualStart(day));
    }

    /** What a review of the session alone is to say: the signals of its day and its notes, none of which holds. */
    public List<Finding> findings(String reference) {
        Encounter encounter = (Encounter) store.read(reference);
        return session(encounter, shape.day(encounter)).found().signals().stream()
                .map(Signal::finding)
                .toList();
    }

    private Reviewed session(Encounter encounter, LocalDate from) {
        String reference = Keys.of(encounter);
        LocalDate day = shape.day(encounter);
        Optional<String> clinician = clinician(encounter);
        if (clinician.isEmpty() || day.equals(LocalDate.EPOCH)) {
            return new Reviewed(new Plausibility(List.of(), List.of()), 0, day, day);
        }
        Known known = records.load(new Question(clinician.get(), from, day, reference));
        Plausibility found = engine.review(known.history(), day).about(reference);
        return new Reviewed(found, known.history().sessions().size(), known.from(), day);
    }

    /** The practitioner who rendered the first service. */
    private Optional<String> clinician(Encounter encounter) {
        return shape.rendering(encounter, store.procedures(List.of(Keys.of(encounter)))).stream()
                .flatMap(key -> person(key).stream())
                .findFirst();
    }

    private Optional<String> person(String key) {
        if (key.startsWith("PractitionerRole/")) {
            return store.find(key)
                    .map(role -> Keys.of(((PractitionerRole) role).getPractitioner()))
                    .flatMap(this::person);
        }
        return key.startsWith("Practitioner/") && store.find(key).isPresent() ? Optional.of(key) : Optional.empty();
    }
}
