package org.plainclaim.server.eligibility;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.jspecify.annotations.Nullable;

/** Keeps what is due as appointments are, in the transaction that writes them. */
@Interceptor
public final class AppointmentKeeper {
    private static final Set<AppointmentStatus> TO_COME = Set.of(AppointmentStatus.PENDING, AppointmentStatus.BOOKED);

    /** The patient is here, or was: nothing is asked any more, and what was asked is not asked again. */
    private static final Set<AppointmentStatus> HERE =
            Set.of(AppointmentStatus.ARRIVED, AppointmentStatus.CHECKEDIN, AppointmentStatus.FULFILLED);

    private final DueTable dues;
    private final Runnable afterCommit;
    private final @Nullable ZoneId practice;

    /**
     * Over a table.
     *
     * @param afterCommit asks for a round once the present transaction is committed
     * @param practice zone of the practice; without one the zone that an appointment states counts
     */
    AppointmentKeeper(DueTable dues, Runnable afterCommit, @Nullable ZoneId practice) {
        this.dues = dues;
        this.afterCommit = afterCommit;
        this.practice = practice;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        keep(resource);
    }

    /** A new version. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource former, IBaseResource resource) {
        keep(resource);
    }

    /** A resource that is gone. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (resource instanceof Appointment) {
            dues.drop(resource.getIdElement().getIdPart());
        }
    }

    private void keep(IBaseResource resource) {
        if (!(resource instanceof Appointment appointment)) {
            return;
        }
        // one without a status is not known to come
        AppointmentStatus status = appointment.hasStatus() ? appointment.getStatus() : AppointmentStatus.NULL;
        if (HERE.contains(status)) {
            return;
        }
        String id = appointment.getIdElement().getIdPart();
        Optional<LocalDate> day = day(appointment);
        boolean patient = Appointments.patient(appointment).isPresent();
        if (TO_COME.contains(status) && day.isPresent() && patient) {
            dues.book(id, day.get());
            afterCommit.run();
        } else {
            dues.drop(id);
        }
    }

    private Optional<LocalDate> day(Appointment appointment) {
        String start = appointment.getStartElement().getValueAsString();
        if (start == null) {
            return Optional.empty();
        }
        try {
            OffsetDateTime stated = OffsetDateTime.parse(start);
            ZoneId zone = practice;
            return Optional.of(
                    zone == null
                            ? stated.toLocalDate()
                            : stated.atZoneSameInstant(zone).toLocalDate());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
