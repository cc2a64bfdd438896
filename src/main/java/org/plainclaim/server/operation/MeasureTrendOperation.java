package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.MeasureTrend;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.MeasureWriter;
import org.plainclaim.server.search.Hiding;

/** Says how the scores of a patient's instruments changed; stores nothing. */
public final class MeasureTrendOperation {
    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Derivations derivations;
    private final Hiding hiding;
    private final Clock clock;

    /** What it is asked in: who sees what, and when. */
    public record Around(Hiding hiding, Clock clock) {}

    public MeasureTrendOperation(FhirContext fhir, DaoRegistry daos, Derivations derivations, Around around) {
        this.hiding = around.hiding();
        this.clock = around.clock();
        this.fhir = fhir;
        this.daos = daos;
        this.derivations = derivations;
    }

    /** The series of each instrument that the store holds of a patient. */
    @Operation(name = "$measure-trend", typeName = "Patient", manualRequest = true, idempotent = true)
    public Parameters trend(@IdParam IdType id, ServletRequestDetails request) {
        TrendInput input = input(request);
        LocalDate to = input.to() == null ? LocalDate.now(clock) : input.to();
        LocalDate from = input.from() == null ? to.minusMonths(MeasureStore.MONTHS) : input.from();
        List<ClinicalMeasure> measures =
                derivations.measures(id.getIdPart(), from, to).orElseThrow(() -> missing(id.getIdPart())).stream()
                        .filter(measure -> measure.comparable() && within(measure, from, to))
                        .filter(measure -> input.instrument() == null
                                || measure.instrument().id().equals(input.instrument()))
                        .toList();
        Set<String> hidden = hiding.of(request)
                .hidden(measures.stream().map(ClinicalMeasure::reference).toList());
        return derivations.answer(MeasureWriter.trends(MeasureTrend.of(measures.stream()
                .filter(measure -> !hidden.contains(measure.reference()))
                .toList())));
    }

    /** HAPI says what is the matter with one that is not there. */
    private RuntimeException missing(String patient) {
        daos.getResourceDao(Patient.class).read(new IdType("Patient", patient), new SystemRequestDetails());
        return new ResourceNotFoundException(new IdType("Patient", patient));
    }

    private static boolean within(ClinicalMeasure measure, LocalDate from, LocalDate to) {
        LocalDate day = measure.takenOn().get();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private TrendInput input(ServletRequestDetails request) {
        Refusals refusals = new Refusals(fhir);
        try {
            TrendInput input = TrendInput.of(request, fhir);
            String instrument = input.instrument();
            if (instrument != null
                    && derivations.instruments().named(instrument).isEmpty()) {
                throw refusals.noInstrument(unknown(instrument));
            }
            return input;
        } catch (BadInput e) {
            throw refusals.unreadable(e);
        }
    }

    private BadInput unknown(String instrument) {
        List<String> known =
                derivations.instruments().all().stream().map(each -> each.id()).toList();
        return new BadInput(List.of(new InputProblem(
                "not-found",
                "Parameters.parameter.where(name = 'instrument')",
                "No instrument " + instrument + " is known here.",
                "Ask for one of " + String.join(", ", known) + ", or for all.")));
    }
}
