package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Role;
import org.plainclaim.server.access.Callers;

/** {@code $lower-label}: takes a security label off a record that bears it by mistake. */
public final class LowerLabelOperation {
    static final String NAME = "$lower-label";

    /** As in {@code CodeSystem/lowering-reason}; a text could name somebody. */
    private static final Set<String> REASONS = Set.of("code-in-error", "program-in-error", "label-in-error");

    private final Rules rules;
    private final Lowering lowering;
    private final Clock clock;

    LowerLabelOperation(Rules rules, Lowering lowering, Clock clock) {
        this.rules = rules;
        this.lowering = lowering;
        this.clock = clock;
    }

    /** Takes the label off, with those that make no sense without it; the answer says which went. */
    @Operation(name = NAME, global = true)
    public Parameters lower(
            @IdParam IdType id,
            @OperationParam(name = "label", max = 1) @Nullable CodeType label,
            @OperationParam(name = "reason", max = 1) @Nullable CodeType reason,
            RequestDetails request) {
        if (label == null || label.isEmpty() || reason == null || !REASONS.contains(String.valueOf(reason.getCode()))) {
            throw new InvalidRequestException("Say label, the code of the label that goes, and reason, one of"
                    + " code-in-error, program-in-error and label-in-error.");
        }
        Set<String> with = rules.now()
                .lowering()
                .lowered(
                        label.getCode(),
                        Callers.of(request).roles().stream().map(Role::code).toList(),
                        LocalDate.now(clock));
        if (with.isEmpty()) {
            throw new ForbiddenOperationException("No row of confidentiality/lowering lets you take this label off.");
        }
        String reference = request.getResourceName() + "/" + id.getIdPart();
        Set<String> gone = lowering.lower(reference, label.getCode(), with, reason.getCode());
        if (gone.isEmpty()) {
            throw new UnprocessableEntityException(
                    "The record does not bear this label; look at what it bears, or at whether it is there.");
        }
        Parameters answer = new Parameters();
        gone.forEach(code -> answer.addParameter().setName("lowered").setValue(new CodeType(code)));
        return answer;
    }
}
