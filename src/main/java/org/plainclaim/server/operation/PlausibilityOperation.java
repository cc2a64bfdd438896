package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.signals.Plausibilities;

/** Says what is not likely in the records of a clinician, or of one session; stores nothing. */
public final class PlausibilityOperation {
    private static final String NAME = "$plausibility";

    private final Plausibilities plausibilities;
    private final Hiding hiding;
    private final Clock clock;

    public PlausibilityOperation(Plausibilities plausibilities, Hiding hiding, Clock clock) {
        this.hiding = hiding;
        this.plausibilities = plausibilities;
        this.clock = clock;
    }

    /** Looks at the sessions of a clinician in a time. */
    @Operation(name = NAME, typeName = "Practitioner", idempotent = true)
    public Parameters clinician(
            @IdParam IdType practitioner,
            @OperationParam(name = "periodStart") @Nullable DateType periodStart,
            @OperationParam(name = "periodEnd") @Nullable DateType periodEnd,
            RequestDetails request) {
        LocalDate to = day("periodEnd", periodEnd, LocalDate.now(clock));
        LocalDate from = day("periodStart", periodStart, plausibilities.usualStart(to));
        if (from.isAfter(to)) {
            throw new InvalidRequestException(
                    "periodStart is after periodEnd; give the first day and the last day of the time to look at.");
        }
        return PlausibilityAnswer.of(plausibilities
                .seenBy(hiding.of(request))
                .clinician("Practitioner/" + practitioner.getIdPart(), from, to));
    }

    /** Looks at one session among those of its clinician. */
    @Operation(name = NAME, typeName = "Encounter", idempotent = true)
    public Parameters session(
            @IdParam IdType encounter,
            @OperationParam(name = "periodStart") @Nullable DateType periodStart,
            @OperationParam(name = "periodEnd") @Nullable DateType periodEnd,
            RequestDetails request) {
        if (periodStart != null || periodEnd != null) {
            throw new InvalidRequestException(
                    "A session has its own day; ask for a Practitioner to choose periodStart and periodEnd.");
        }
        return PlausibilityAnswer.of(
                plausibilities.seenBy(hiding.of(request)).session("Encounter/" + encounter.getIdPart()));
    }

    private static LocalDate day(String name, @Nullable DateType date, LocalDate otherwise) {
        return ParameterValues.day(date == null ? null : date.getValueAsString(), name, otherwise);
    }
}
