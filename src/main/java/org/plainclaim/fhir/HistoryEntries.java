package org.plainclaim.fhir;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.PatientHistory.PastLine;
import org.plainclaim.documentation.SessionDocumentation;

/** The sessions and the lines of claims in a history. */
final class HistoryEntries {
    private final DocumentationReader reader;
    private final HistoryResources history;
    private final SessionDocumentation session;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    HistoryEntries(DocumentationReader reader, HistoryResources history, SessionDocumentation session) {
        this.reader = reader;
        this.history = history;
        this.session = session;
    }

    /** First day on which there was anything; null if there was nothing. */
    @Nullable
    LocalDate first() {
        return first;
    }

    /** Last day on which there was anything. */
    @Nullable
    LocalDate last() {
        return last;
    }

    /** The finished sessions with a date, without the session itself. */
    List<SessionDocumentation> sessions(@Nullable ZoneId zone) {
        Map<String, List<Resource>> procedures = procedures();
        List<Resource> roles = history.all().ofType("PractitionerRole");
        List<SessionDocumentation> sessions = new ArrayList<>();
        for (Resource encounter : history.ofType("Encounter")) {
            if (encounter.root().child("status").is("finished") && !isTheSession(encounter)) {
                SessionResources listed = history.all()
                        .listing(Map.of(
                                "Procedure",
                                procedures.getOrDefault(encounter.reference(), List.of()),
                                "PractitionerRole",
                                roles));
                SessionDocumentation other = reader.other(listed, encounter, zone);
                other.time().dateOfService().map(this::seen);
                if (other.time().dateOfService().known()) {
                    sessions.add(other);
                }
            }
        }
        return sessions;
    }

    private Map<String, List<Resource>> procedures() {
        Map<String, List<Resource>> byEncounter = new HashMap<>();
        for (Resource procedure : history.ofType("Procedure")) {
            history.all().find(procedure.root().child("encounter")).ifPresent(encounter -> byEncounter
                    .computeIfAbsent(encounter.reference(), reference -> new ArrayList<>())
                    .add(procedure));
        }
        return byEncounter;
    }

    private boolean isTheSession(Resource encounter) {
        Optional<Resource> own = history.named(session.encounter());
        return encounter.reference().equals(session.encounter())
                || own.filter(resource -> HistoryResources.shareIdentifier(resource, encounter))
                        .isPresent();
    }

    private LocalDate seen(LocalDate day) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        return day;
    }

    /**
     * The lines of active claims for other sessions.
     *
     * <p>A claim that was derived here from a session that is at hand is left out: the session itself says it, and as it
     * is now.
     */
    List<PastLine> lines(List<SessionDocumentation> sessions) {
        Set<String> itself = new HashSet<>(Set.of(session.encounter()));
        history.ofType("Encounter").stream()
                .filter(this::isTheSession)
                .forEach(encounter -> itself.add(encounter.reference()));
        Set<String> atHand = new HashSet<>();
        sessions.stream().filter(other -> !other.services().isEmpty()).forEach(other -> atHand.add(other.encounter()));
        ClaimLineReader claims = new ClaimLineReader(reader.reading(history.all()));
        List<PastLine> lines = new ArrayList<>();
        for (Resource claim : history.ofType("Claim")) {
            boolean derived = isDerived(claim.root());
            for (PastLine line : claims.read(claim)) {
                boolean said = itself.contains(line.encounter()) || (derived && atHand.contains(line.encounter()));
                if (!said) {
                    seen(line.date());
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static boolean isDerived(Element claim) {
        return claim.each("identifier").stream()
                .anyMatch(identifier -> identifier.child("system").is(Systems.DERIVATION));
    }
}
