package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.MeasureTrend;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.MeasureWriter;

/** Says how the scores of a patient's instruments changed; stores nothing. */
public final class MeasureTrendOperation {
    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Derivations derivations;
    private final Clock clock;
    private final BiPredicate<RequestDetails, String> hidden;

    /**
     * What an answer takes besides the measures.
     *
     * @param clock what day it is
     * @param hidden whether a resource is as if it were not there for who sent a request
     */
    public record Around(Clock clock, BiPredicate<RequestDetails, String> hidden) {}

    public MeasureTrendOperation(FhirContext fhir, DaoRegistry daos, Derivations derivations, Around around) {
        this.fhir = fhir;
        this.daos = daos;
        this.derivations = derivations;
        this.clock = around.clock();
        this.hidden = around.hidden();
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
                        .filter(measure -> measure.takenOn().evidence().stream()
                                .noneMatch(evidence -> hidden.test(request, evidence.resource())))
                        .filter(measure -> input.instrument() == null
                                || measure.instrument().id().equals(input.instrument()))
                        .toList();
        return derivations.answer(MeasureWriter.trends(MeasureTrend.of(measures)));
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
