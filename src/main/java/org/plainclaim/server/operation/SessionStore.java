package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.server.operation.Gathering.Referring;

/** Gathers from the store everything that belongs to one session. */
final class SessionStore {
    private static final List<String> PEOPLE = List.of("Practitioner", "PractitionerRole");

    private static final Gathering.Scope SCOPE = new Gathering.Scope(
            Map.ofEntries(
                    Map.entry("subject", List.of("Patient")),
                    Map.entry("beneficiary", List.of("Patient")),
                    Map.entry("subscriber", List.of("Patient")),
                    Map.entry("individual", PEOPLE),
                    Map.entry("actor", PEOPLE),
                    Map.entry("author", PEOPLE),
                    Map.entry("party", PEOPLE),
                    Map.entry("authenticator", PEOPLE),
                    Map.entry("practitioner", PEOPLE),
                    Map.entry("condition", List.of("Condition")),
                    Map.entry("reasonReference", List.of("Condition")),
                    Map.entry("addresses", List.of("Condition")),
                    Map.entry("goal", List.of("Goal")),
                    Map.entry("location", List.of("Location")),
                    Map.entry("valueReference", List.of("Location")),
                    Map.entry("serviceProvider", List.of("Organization")),
                    Map.entry("organization", List.of("Organization")),
                    Map.entry("payor", List.of("Organization"))),
            Map.of(
                    "Encounter",
                    new Referring(List.of("Procedure", "Condition", "Composition", "DocumentReference"), "encounter"),
                    "Patient",
                    new Referring(List.of("CarePlan", "Consent", "Coverage"), "patient"),
                    "Practitioner",
                    new Referring(List.of("PractitionerRole"), "practitioner")));

    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final MeasureStore measures;

    SessionStore(FhirContext fhir, DaoRegistry daos, MeasureStore measures) {
        this.fhir = fhir;
        this.daos = daos;
        this.measures = measures;
    }

    /**
     * The session of an encounter.
     *
     * @throws ResourceNotFoundException if there is no such encounter
     */
    StoredSession load(IIdType encounter) {
        return load(encounter, List.of());
    }

    /** The same with people whom it need not name; those who are not stored are left out. */
    StoredSession load(IIdType encounter, List<String> people) {
        Gathering gathering = new Gathering(fhir, daos, SCOPE);
        Encounter session = daos.getResourceDao(Encounter.class)
                .read(new IdType("Encounter", encounter.getIdPart()), new SystemRequestDetails());
        gathering.add(session);
        people.stream().map(IdType::new).forEach(gathering::read);
        if (session.getPeriod().hasStart()) {
            earlierMeasures(session, gathering);
        }
        return gathering.session();
    }

    /** Those of the session itself are among them. */
    private void earlierMeasures(Encounter session, Gathering gathering) {
        LocalDate date = session.getPeriod()
                .getStart()
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        gathering
                .patient()
                .ifPresent(patient -> measures.gather(patient, date.minusMonths(MeasureStore.MONTHS), date, gathering));
    }
}
