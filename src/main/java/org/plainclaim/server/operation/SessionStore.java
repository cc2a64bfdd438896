package org.plainclaim.server.operation;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.fhir.SessionLinks;
import org.plainclaim.server.operation.Gathering.Referring;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;

/** Gathers from the store everything that belongs to one session. */
final class SessionStore {
    private static final Gathering.Scope SCOPE = new Gathering.Scope(
            SessionLinks.FOLLOWED,
            Map.of(
                    "Encounter",
                    new Referring(
                            List.of(
                                    "Procedure.encounter",
                                    "Condition.encounter",
                                    "Composition.encounter",
                                    "DocumentReference.context.encounter"),
                            "encounter-identifier"),
                    "Patient",
                    new Referring(
                            List.of("CarePlan.subject", "Consent.patient", "Coverage.beneficiary"),
                            "patient-identifier"),
                    "Practitioner",
                    new Referring(List.of("PractitionerRole.practitioner"), "practitioner-identifier")));

    private final DaoRegistry daos;
    private final MeasureStore measures;

    SessionStore(DaoRegistry daos, MeasureStore measures) {
        this.daos = daos;
        this.measures = measures;
    }

    /**
     * The session of an encounter, with people whom it need not name; those who are not stored are left out.
     *
     * @throws ResourceNotFoundException if there is no such encounter
     */
    StoredSession load(StoreView store, IIdType encounter, List<String> people) {
        String id = String.valueOf(encounter.getIdPart());
        Gathering gathering = new Gathering(store, SCOPE);
        Current session =
                store.ask(Question.named("Encounter", id)).stream().findFirst().orElseThrow(() -> missing(id));
        gathering.addAll(List.of(session));
        people.stream().map(IdType::new).forEach(gathering::read);
        start(session.json()).ifPresent(start -> earlierMeasures(start, gathering));
        return gathering.session();
    }

    /** Has ready in a view what loading some sessions will ask for. */
    void expect(StoreView store, List<String> encounters) {
        List<Current> sessions = store.askAll(
                encounters.stream().map(id -> Question.named("Encounter", id)).toList());
        new Gathering(store, SCOPE).prepare(sessions);
        List<Question> measured = new ArrayList<>();
        for (Current session : sessions) {
            start(session.json()).ifPresent(start -> patient(session, store)
                    .ifPresent(patient -> measured.addAll(measures.asked(patient, before(start), day(start)))));
        }
        store.expect(measured);
    }

    private static Optional<Current> patient(Current session, StoreView store) {
        IdType subject = new IdType(session.json().at("/subject/reference").asText());
        return subject.hasIdPart() && "Patient".equals(subject.getResourceType())
                ? store.answers(Question.named("Patient", subject.getIdPart())).stream()
                        .findFirst()
                : Optional.empty();
    }

    private static LocalDate day(Instant start) {
        return start.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate before(Instant start) {
        return day(start).minusMonths(MeasureStore.MONTHS);
    }

    /** HAPI says what is the matter with one that is not there. */
    private RuntimeException missing(String id) {
        daos.getResourceDao(Encounter.class).read(new IdType("Encounter", id), new SystemRequestDetails());
        return new ResourceNotFoundException(new IdType("Encounter", id));
    }

    /** Those of the session itself are among them. */
    private void earlierMeasures(Instant start, Gathering gathering) {
        gathering.patient().ifPresent(patient -> measures.gather(patient, before(start), day(start), gathering));
    }

    /** When an Encounter begins; empty if that is not said. */
    static Optional<Instant> start(JsonNode encounter) {
        JsonNode start = encounter.path("period").path("start");
        return start.isTextual()
                ? Optional.of(new DateTimeType(start.asText()).getValue().toInstant())
                : Optional.empty();
    }
}
