package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.HistoryWindow;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.PatientHistory.PastLine;
import org.plainclaim.documentation.SessionDocumentation;

/**
 * All sessions and claims of one patient, read once, so that each session can be seen among the others.
 *
 * <p>What {@link HistoryReader} reads anew for every session is read here once for all of them.
 */
public final class PatientPast {
    /** The day itself may be cut in two, and it may be another day where the patient was. */
    private static final int CUT = 2;

    private final List<PastSession> sessions = new ArrayList<>();
    private final List<PastClaim> claims = new ArrayList<>();
    private final KnownShapes shapes;
    private boolean complete = true;

    private record PastSession(
            String reference, Set<String> identifiers, DaySpan days, @Nullable SessionDocumentation session) {
        /** From this day on nothing is missing if this session and all that began before it are left out. */
        LocalDate knownWithout() {
            if (days.first().isEmpty()) {
                return LocalDate.MIN;
            }
            try {
                return LocalDate.parse(days.first()).plusDays(CUT);
            } catch (DateTimeException noDay) {
                return LocalDate.MAX;
            }
        }
    }

    /**
     * How much is known.
     *
     * @param completeSince first day from which on all sessions are known
     * @param sessions how many sessions of the window are looked at: the first ones in the Bundle
     */
    public record Known(LocalDate completeSince, int sessions) {}

    private record PastClaim(String created, boolean derived, String encounter, List<PastLine> lines) {
        /** A month or a year may reach into the time. */
        boolean since(String first) {
            return !created.isEmpty()
                    && created.compareTo(first.substring(0, Math.min(first.length(), created.length()))) >= 0;
        }
    }

    private PatientPast(KnownShapes shapes) {
        this.shapes = shapes;
    }

    /**
     * Reads the sessions and claims of a patient.
     *
     * @param bundle a Bundle with the Encounters, Procedures and Claims of one patient, the Patient, and who took part
     * @param zone time zone of the practice, for times stated in UTC only; null if there is none
     * @param shapes what is known of these resources
     */
    public static PatientPast read(
            DocumentationReader reader, JsonNode bundle, @Nullable ZoneId zone, KnownShapes shapes) {
        PatientPast past = new PatientPast(shapes);
        SessionResources resources = SessionResources.of(bundle);
        Map<String, List<Resource>> procedures = past.procedures(resources);
        List<Resource> roles = resources.ofType("PractitionerRole");
        for (Resource encounter : resources.ofType("Encounter")) {
            SessionResources listed = resources.listing(Map.of(
                    "Procedure", procedures.getOrDefault(encounter.reference(), List.of()), "PractitionerRole", roles));
            boolean read = encounter.root().child("status").is("finished") && past.sound(encounter);
            past.sessions.add(new PastSession(
                    encounter.reference(),
                    HistoryResources.identifiers(encounter),
                    DaySpan.of(encounter.json().path("period")),
                    read ? reader.other(listed, encounter, zone) : null));
        }
        ClaimLineReader lines = new ClaimLineReader(reader.reading(resources));
        resources.ofType("Claim").stream()
                .filter(past::sound)
                .forEach(claim -> past.claims.add(claim(claim, lines.read(claim))));
        return past;
    }

    private static PastClaim claim(Resource claim, List<PastLine> lines) {
        boolean derived = claim.root().each("identifier").stream()
                .anyMatch(identifier -> identifier.child("system").is(Systems.DERIVATION));
        String encounter = lines.stream().map(PastLine::encounter).findFirst().orElse("");
        return new PastClaim(claim.json().path("created").asText(), derived, encounter, lines);
    }

    private Map<String, List<Resource>> procedures(SessionResources resources) {
        Map<String, List<Resource>> byEncounter = new HashMap<>();
        for (Resource procedure : resources.ofType("Procedure")) {
            if (sound(procedure)) {
                resources.find(procedure.root().child("encounter")).ifPresent(encounter -> byEncounter
                        .computeIfAbsent(encounter.reference(), any -> new ArrayList<>())
                        .add(procedure));
            }
        }
        return byEncounter;
    }

    /** What has not the shape that it should have is left out, and nothing is concluded from what is not there. */
    private boolean sound(Resource resource) {
        boolean sound = shapes.check(resource).isEmpty();
        complete &= sound;
        return sound;
    }

    /**
     * The history of one of the sessions.
     *
     * @param window the days that its rules look at
     * @param completeSince first day from which on all sessions are known
     */
    public PatientHistory around(SessionDocumentation session, HistoryWindow window, LocalDate completeSince) {
        return around(session, window, new Known(completeSince, Integer.MAX_VALUE));
    }

    /** The same where not all sessions are looked at; then the Bundle has those that begin last first. */
    public PatientHistory around(SessionDocumentation session, HistoryWindow window, Known limits) {
        Set<String> itself = itself(session.encounter());
        // a day more on both sides: days are compared as written, the rules compare those where the patient was
        String first = window.from().minusDays(1).toString();
        String last = window.to().plusDays(1).toString();
        Set<String> atHand = new HashSet<>(itself);
        List<SessionDocumentation> others = new ArrayList<>();
        List<PastSession> within =
                sessions.stream().filter(one -> one.days().touches(first, last)).toList();
        int count = Math.min(within.size(), limits.sessions());
        for (PastSession one : within.subList(0, count)) {
            SessionDocumentation other = one.session();
            if (other != null && !itself.contains(one.reference())) {
                atHand.add(one.reference());
                if (other.time().dateOfService().known()) {
                    others.add(other);
                }
            }
        }
        List<PastLine> lines = lines(first, itself, atHand);
        LocalDate known = later(limits.completeSince(), window.from());
        if (count < within.size()) {
            known = later(known, within.get(count).knownWithout());
        }
        return complete
                ? new PatientHistory(known, window.to(), others, lines)
                : new PatientHistory(null, null, others, lines);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A derived claim of a session at hand is left out: the session itself says it, and as it is now. */
    private List<PastLine> lines(String first, Set<String> itself, Set<String> atHand) {
        List<PastLine> lines = new ArrayList<>();
        for (PastClaim claim : claims) {
            if (claim.since(first) && !(claim.derived() && atHand.contains(claim.encounter()))) {
                claim.lines().stream()
                        .filter(line -> !itself.contains(line.encounter()))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** The session, and whatever Encounter has an identifier of it. */
    private Set<String> itself(String session) {
        Set<String> same = new HashSet<>(Set.of(session));
        for (PastSession one : sessions) {
            if (one.reference().equals(session) && !one.identifiers().isEmpty()) {
                sessions.stream()
                        .filter(other -> !Collections.disjoint(one.identifiers(), other.identifiers()))
                        .forEach(other -> same.add(other.reference()));
            }
        }
        return same;
    }
}
