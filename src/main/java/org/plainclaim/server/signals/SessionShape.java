package org.plainclaim.server.signals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.WorkedSession;
import org.plainclaim.plausibility.WorkedSession.Service;
import org.plainclaim.plausibility.WorkedSession.Slot;

/** Sessions as signals look at them, read from an Encounter and its Procedures. */
final class SessionShape {
    private static final String DURATION = "https://plainclaim.org/fhir/StructureDefinition/service-duration";

    private final ServiceKinds kinds;
    private final @Nullable ZoneId practiceZone;

    SessionShape(ServiceKinds kinds, @Nullable ZoneId practiceZone) {
        this.kinds = kinds;
        this.practiceZone = practiceZone;
    }

    WorkedSession of(Encounter encounter, List<Procedure> procedures) {
        Slot time = slot(encounter.getPeriod());
        List<Service> services = procedures.isEmpty()
                ? List.of(new Service(kinds.kind(encounter.getType()), minutes(encounter.getLength(), time)))
                : procedures.stream()
                        .map(procedure -> service(procedure, procedures.size() == 1 ? time : null))
                        .toList();
        return new WorkedSession(
                Keys.of(encounter), Keys.of(encounter.getSubject()), day(encounter), time, services, booked(encounter));
    }

    /** Who rendered it: the performers of its procedures, else those who took part and did not supervise. */
    List<String> rendering(Encounter encounter, List<Procedure> procedures) {
        List<String> performers = procedures.stream()
                .flatMap(procedure -> procedure.getPerformer().stream())
                .map(performer -> Keys.of(performer.getActor()))
                .filter(SessionShape::isClinician)
                .distinct()
                .toList();
        return performers.isEmpty()
                ? encounter.getParticipant().stream()
                        .filter(participant -> !kinds.supervises(participant.getType()))
                        .map(EncounterParticipantComponent::getIndividual)
                        .map(Keys::of)
                        .filter(SessionShape::isClinician)
                        .distinct()
                        .toList()
                : performers;
    }

    static boolean isOneOf(List<String> people, Collection<String> keys) {
        return people.stream().anyMatch(keys::contains);
    }

    /** The day as it was where the times were written down. */
    LocalDate day(Encounter encounter) {
        DateTimeType start = encounter.getPeriod().getStartElement();
        String text = start.getValueAsString();
        if (text == null || text.length() < 10) {
            return LocalDate.EPOCH;
        }
        TimeZone stated = start.getTimeZone();
        ZoneId practice = practiceZone;
        boolean utc = start.isTimeZoneZulu() || (stated != null && stated.getRawOffset() == 0);
        return utc && practice != null
                ? start.getValue().toInstant().atZone(practice).toLocalDate()
                : LocalDate.parse(text.substring(0, 10));
    }

    private static boolean isClinician(String key) {
        return !key.isEmpty() && !key.startsWith("Patient/") && !key.startsWith("RelatedPerson/");
    }

    private Service service(Procedure procedure, @Nullable Slot otherwise) {
        Slot own = procedure.hasPerformedPeriod() ? slot(procedure.getPerformedPeriod()) : null;
        Quantity stated = procedure.getExtensionByUrl(DURATION) != null
                        && procedure.getExtensionByUrl(DURATION).getValue() instanceof Quantity duration
                ? duration
                : new Quantity();
        return new Service(kinds.kind(List.of(procedure.getCode())), minutes(stated, own == null ? otherwise : own));
    }

    private static @Nullable Integer minutes(Quantity stated, @Nullable Slot time) {
        BigDecimal value = stated.getValue();
        if (value != null && "min".equals(stated.getCode())) {
            return value.intValue();
        }
        if (value != null && "h".equals(stated.getCode())) {
            return value.multiply(BigDecimal.valueOf(60)).intValue();
        }
        return time == null
                ? null
                : (int) java.time.Duration.between(time.start(), time.stop()).toMinutes();
    }

    private static @Nullable Slot slot(Period period) {
        if (!timed(period.getStartElement()) || !timed(period.getEndElement())) {
            return null;
        }
        Instant start = period.getStart().toInstant();
        Instant stop = period.getEnd().toInstant();
        return start.isBefore(stop)
                        && stop.isBefore(
                                start.atOffset(ZoneOffset.UTC).plusDays(1).toInstant())
                ? new Slot(start, stop)
                : null;
    }

    private static boolean timed(DateTimeType time) {
        String text = time.getValueAsString();
        return text != null && text.length() > 10;
    }

    /** The store keeps no appointments; one that the encounter contains is looked at. */
    private static @Nullable Slot booked(Encounter encounter) {
        for (Reference reference : encounter.getAppointment()) {
            if (reference.getResource() instanceof Appointment appointment
                    && appointment.hasStart()
                    && appointment.hasEnd()) {
                return new Slot(
                        appointment.getStart().toInstant(), appointment.getEnd().toInstant());
            }
        }
        return null;
    }
}
