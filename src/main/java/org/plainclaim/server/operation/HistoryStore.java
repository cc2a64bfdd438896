package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.HistoryWindow;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.HistoryDocument;
import org.plainclaim.fhir.PatientPast;
import org.plainclaim.server.operation.Gathering.Referring;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;

/** Gathers from the store the other sessions of a patient in a time, and the claims of the patient, in a few searches. */
final class HistoryStore {
    /** Sessions at most: those nearest to the end of the time; what is before the last one left out is then not known. */
    private static final int MOST_SESSIONS = 400;

    private static final int MOST_CLAIMS = 1000;

    private static final LocalDate ANY = LocalDate.of(9999, 12, 31);

    /** Without a word on it, a practice is taken to have sent the sessions of the last month, but not of years ago. */
    private static final int RECENT_DAYS = 31;

    private static final List<String> PEOPLE = List.of("Practitioner", "PractitionerRole");

    private static final Gathering.Scope SCOPE = new Gathering.Scope(
            Map.of(
                    "individual",
                    PEOPLE,
                    "actor",
                    PEOPLE,
                    "practitioner",
                    PEOPLE,
                    "location",
                    List.of("Location"),
                    "serviceProvider",
                    List.of("Organization"),
                    "organization",
                    List.of("Organization")),
            Map.of("Practitioner", new Referring(List.of("PractitionerRole.practitioner"), "practitioner-identifier")));

    private final @Nullable LocalDate completeSince;

    HistoryStore(@Nullable LocalDate completeSince) {
        this.completeSince = completeSince;
    }

    /**
     * The history of the patient of a session, without what was gathered for the session itself.
     *
     * <p>Sessions are looked for on all days of the window; but that one is not there says something only of the days of
     * which the store is complete.
     */
    StoredHistory load(StoreView store, StoredSession stored, SessionDocumentation session, HistoryWindow window) {
        String patient = session.patient().reference().orElse("");
        if (!patient.startsWith("Patient/") || patient.contains("#")) {
            return StoredHistory.NOTHING;
        }
        return new Run(store, stored, patient, window).load(complete(session, window));
    }

    /**
     * All that the histories of one patient's sessions are cut from: those that begin last first, then the claims.
     *
     * @param stored one of the sessions
     * @param window the days that any of the sessions looks at
     * @return empty if each history has to be gathered by itself: where there are too many claims, or one is of somebody else
     */
    Optional<JsonNode> past(StoreView store, StoredSession stored, String patient, HistoryWindow window) {
        return new Run(store, stored, patient, window).past();
    }

    /** How much of a past {@link #load} would have gathered for a session. */
    PatientPast.Known known(SessionDocumentation session, HistoryWindow window) {
        return new PatientPast.Known(complete(session, window), MOST_SESSIONS);
    }

    private LocalDate complete(SessionDocumentation session, HistoryWindow window) {
        LocalDate date = session.time().dateOfService().orElse(window.to());
        return completeSince == null ? date.minusDays(RECENT_DAYS) : completeSince;
    }

    /** Has ready in a view what loading the histories of some sessions will ask for first. */
    void expect(
            StoreView store,
            List<Map.Entry<StoredSession, SessionDocumentation>> sessions,
            Function<SessionDocumentation, Optional<HistoryWindow>> windows) {
        List<Question> questions = new ArrayList<>();
        sessions.forEach(one -> {
            SessionDocumentation session = one.getValue();
            String patient = session.patient().reference().orElse("");
            if (patient.startsWith("Patient/") && !patient.contains("#")) {
                windows.apply(session).ifPresent(window -> {
                    Run run = new Run(store, one.getKey(), patient, window);
                    questions.addAll(run.sessionsAsked());
                    questions.addAll(run.claimsAsked());
                });
            }
        });
        store.expect(questions);
    }

    /** One history being gathered. */
    private static final class Run {
        private final StoreView store;
        private final Gathering gathering;
        private final String patient;
        private final HistoryWindow window;
        private final List<JsonNode> identifiers = new ArrayList<>();
        private LocalDate known;

        Run(StoreView store, StoredSession session, String patient, HistoryWindow window) {
            this.store = store;
            this.gathering = new Gathering(store, SCOPE, session.versions().keySet());
            this.patient = patient;
            this.window = window;
            this.known = window.from();
            for (JsonNode entry : session.bundle().path("entry")) {
                JsonNode resource = entry.path("resource");
                if (patient.equals("Patient/" + resource.path("id").asText())
                        && resource.path("resourceType").asText().equals("Patient")) {
                    resource.path("identifier").forEach(identifiers::add);
                }
            }
        }

        StoredHistory load(LocalDate complete) {
            knownOnlyFrom(complete);
            store.expect(sessionsAsked());
            store.expect(claimsAsked());
            sessions();
            DerivedClaims derived = new DerivedClaims();
            List<Current> claims = store.askAll(claimsAsked());
            if (claims.size() > MOST_CLAIMS) {
                knownOnlyFrom(LocalDate.MAX);
            }
            gathering.addAll(claims.stream()
                    .filter(claim -> claim.json().path("status").asText().equals("active"))
                    .sorted(Comparator.comparingLong(Current::row))
                    .filter(claim -> !derived.isOneOf(claim.json(), gathering::knows))
                    .toList());
            StoredSession gathered = gathering.session();
            return new StoredHistory(
                    new HistoryDocument(gathered.bundle(), known, window.to()), gathered.versions(), derived.found());
        }

        Optional<JsonNode> past() {
            Gathering past = new Gathering(store, SCOPE);
            List<Question> sessions = sessionsAsked().stream()
                    .map(one -> one.atMost(Integer.MAX_VALUE))
                    .toList();
            List<Current> found = store.askAll(sessions).stream()
                    .sorted(Comparator.comparing(HistoryStore::start).reversed())
                    .toList();
            List<Current> claims = store.askAll(claimsAsked());
            past.read(new IdType(patient));
            past.addAll(found);
            past.addAllOf(proceduresAsked(found));
            past.addAll(claims.stream()
                    .filter(claim -> claim.json().path("status").asText().equals("active"))
                    .sorted(Comparator.comparingLong(Current::row))
                    .toList());
            JsonNode bundle = past.session().bundle();
            return claims.size() > MOST_CLAIMS || !isOfOne(bundle) ? Optional.empty() : Optional.of(bundle);
        }

        /** References by identifier were found by those of the patient. */
        private boolean isOfOne(JsonNode bundle) {
            for (JsonNode entry : bundle.path("entry")) {
                JsonNode resource = entry.path("resource");
                JsonNode subject = resource.path(resource.has("subject") ? "subject" : "patient");
                String reference = subject.path("reference").asText(patient);
                if (!new IdType(reference).toUnqualifiedVersionless().getValue().equals(patient)) {
                    return false;
                }
            }
            return true;
        }

        private void knownOnlyFrom(LocalDate day) {
            known = day.isAfter(known) ? day : known;
        }

        private void sessions() {
            List<Current> found = store.askAll(sessionsAsked()).stream()
                    .sorted(Comparator.comparing(HistoryStore::start).reversed())
                    .toList();
            if (found.size() > MOST_SESSIONS) {
                // the day itself may be cut in two, and it may be another day where the patient was
                Instant leftOut = start(found.get(MOST_SESSIONS));
                knownOnlyFrom(leftOut.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(2));
            }
            List<Current> kept = found.subList(0, Math.min(found.size(), MOST_SESSIONS)).stream()
                    .filter(encounter ->
                            encounter.json().path("status").asText().equals("finished"))
                    .filter(encounter -> !gathering.knows(encounter.reference()))
                    .toList();
            gathering.addAll(kept);
            gathering.addAllOf(proceduresAsked(kept));
        }

        private static List<Question> proceduresAsked(List<Current> encounters) {
            List<Question> questions = new ArrayList<>();
            for (Current encounter : encounters) {
                questions.add(Question.referring(encounter.reference(), "Procedure.encounter"));
            }
            for (Current encounter : encounters) {
                encounter
                        .json()
                        .path("identifier")
                        .forEach(identifier ->
                                questions.add(Gathering.token("Procedure", "encounter-identifier", identifier)));
            }
            return questions;
        }

        /** A day more on both sides: the store compares days as they are written, the rules those where the patient was. */
        private List<Question> sessionsAsked() {
            LocalDate first = window.from().minusDays(1);
            LocalDate last = window.to().plusDays(1);
            return ofPatient("Encounter", "subject").stream()
                    .map(one -> one.within("Encounter", "date", first, last).atMost(MOST_SESSIONS + 1))
                    .toList();
        }

        /** A claim is not written before the service that it bills. */
        private List<Question> claimsAsked() {
            LocalDate first = window.from().minusDays(1);
            return ofPatient("Claim", "patient").stream()
                    .map(one -> one.within("Claim", "created", first, ANY).atMost(MOST_CLAIMS + 1))
                    .toList();
        }

        /** What refers to the patient by id or by identifier. */
        private List<Question> ofPatient(String type, String element) {
            List<Question> questions = new ArrayList<>();
            questions.add(Question.referring(patient, type + "." + element));
            identifiers.forEach(one -> questions.add(Gathering.token(type, "patient-identifier", one)));
            return questions;
        }
    }

    private static Instant start(Current encounter) {
        return SessionStore.start(encounter.json()).orElse(Instant.EPOCH);
    }
}
