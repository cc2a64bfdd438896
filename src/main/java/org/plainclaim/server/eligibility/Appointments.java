package org.plainclaim.server.eligibility;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** Makes the question that an appointment asks for, of what is stored of it. */
final class Appointments {
    private final DaoRegistry daos;

    Appointments(DaoRegistry daos) {
        this.daos = daos;
    }

    /** The patient of an appointment. */
    static Optional<String> patient(Appointment appointment) {
        return actors(appointment, "Patient").findFirst();
    }

    /** The question; empty if the appointment is gone, or no coverage of the patient is in force on the day. */
    Optional<CoverageEligibilityRequest> request(Due due) {
        return read(Appointment.class, "Appointment/" + due.appointment())
                .flatMap(appointment -> patient(appointment).flatMap(patient -> request(due, appointment, patient)));
    }

    private Optional<CoverageEligibilityRequest> request(Due due, Appointment appointment, String patient) {
        List<Coverage> coverages = coverages(patient, due.startsOn());
        if (coverages.isEmpty()) {
            return Optional.empty();
        }
        // made of the day on which it is due, so that a later try is the same request, and booking again another one
        String number = Stream.of("Appointment/" + due.appointment(), due.occasion(), due.startsOn(), due.dueOn())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
        RequestDraft draft = new RequestDraft(patient, due.dueOn())
                .number(number)
                .days(due.startsOn(), due.startsOn())
                .provider(provider(appointment, patient))
                .insurer(coverages.get(0).getPayorFirstRep().getReference());
        coverages.forEach(
                coverage -> draft.coverage("Coverage/" + coverage.getIdElement().getIdPart()));
        return Optional.of(draft.done());
    }

    private List<Coverage> coverages(String patient, LocalDate day) {
        SearchParameterMap query = SearchParameterMap.newSynchronous("beneficiary", new ReferenceParam(patient))
                .add("status", new TokenParam("active"));
        return daos.getResourceDao(Coverage.class).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(Coverage.class::cast)
                .filter(Appointments::hasInsurer)
                .filter(coverage -> !day.isBefore(day(coverage.getPeriod().getStartElement(), LocalDate.MIN))
                        && !day.isAfter(day(coverage.getPeriod().getEndElement(), LocalDate.MAX)))
                .toList();
    }

    /** Of a person who pays by themselves nobody is asked. */
    private static boolean hasInsurer(Coverage coverage) {
        String payor = coverage.getPayorFirstRep().getReference();
        return payor != null && payor.startsWith("Organization/");
    }

    /** A date that is not a full day leaves the coverage in. */
    private static LocalDate day(BaseDateTimeType date, LocalDate otherwise) {
        String text = date.getValueAsString();
        return text == null || text.length() < 10 ? otherwise : LocalDate.parse(text.substring(0, 10));
    }

    /** Who asks: the organization of the place, of the clinician's role or of the patient, else the clinician. */
    private String provider(Appointment appointment, String patient) {
        return Stream.of(
                        actors(appointment, "Location")
                                .flatMap(place -> read(Location.class, place).stream())
                                .map(Location::getManagingOrganization),
                        actors(appointment, "PractitionerRole")
                                .flatMap(role -> read(PractitionerRole.class, role).stream())
                                .map(PractitionerRole::getOrganization),
                        read(Patient.class, patient).stream().map(Patient::getManagingOrganization))
                .flatMap(references -> references)
                .map(Reference::getReference)
                .filter(reference -> reference != null && reference.startsWith("Organization/"))
                .findFirst()
                .or(() -> actors(appointment, "Practitioner").findFirst())
                .or(() -> actors(appointment, "PractitionerRole").findFirst())
                .orElse("");
    }

    private static Stream<String> actors(Appointment appointment, String type) {
        return appointment.getParticipant().stream()
                .map(participant -> new IdType(participant.getActor().getReference()))
                .filter(id -> type.equals(id.getResourceType()) && id.hasIdPart())
                .map(id -> type + "/" + id.getIdPart());
    }

    private <T extends IBaseResource> Optional<T> read(Class<T> type, String reference) {
        try {
            return Optional.of(daos.getResourceDao(type).read(new IdType(reference), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException none) {
            return Optional.empty();
        }
    }
}
