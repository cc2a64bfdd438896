package org.plainclaim.server.answers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.plainclaim.server.answers.DenialTable.Refused;
import org.plainclaim.server.answers.DenialTable.Sum;

/** Lists what payers refused in a time, and counts it by the edit that should have caught it. */
public final class DenialsOperation {
    private final FhirContext fhir;
    private final DenialTable denials;
    private final Clock clock;
    private final Seen seen;

    DenialsOperation(FhirContext fhir, DenialTable denials, Clock clock, Seen seen) {
        this.seen = seen;
        this.fhir = fhir;
        this.denials = denials;
        this.clock = clock;
    }

    /** The condition of SQL for rows about what the sender of a request may see. */
    @FunctionalInterface
    interface Seen {
        String condition(RequestDetails request, String type, String column);
    }

    /** The counts over all that fits, and one page of it. */
    @Operation(name = "$denials", typeName = "ClaimResponse", manualRequest = true, idempotent = true)
    public Parameters list(ServletRequestDetails request) {
        DenialsInput input = DenialsInput.of(request, fhir, LocalDate.now(clock))
                .seenBy(seen.condition(request, "ClaimResponse", "d.response"));
        Sum all = denials.sum(input);
        Parameters answer = new Parameters();
        answer.addParameter().setName("total").setValue(new IntegerType(all.count()));
        answer.addParameter().setName("amount").setValue(money(all.amount()));
        answer.addParameter().setName("more").setValue(new BooleanType(input.offset() + input.count() < all.count()));
        denials.byEdit(input)
                .forEach(sum -> sum(sum, "rule", answer.addParameter().setName("by-rule")));
        denials.byReason(input)
                .forEach(sum -> sum(sum, "reason", answer.addParameter().setName("by-reason")));
        denials.list(input)
                .forEach(refused -> write(refused, answer.addParameter().setName("denial")));
        return answer;
    }

    private static void sum(Sum sum, String name, ParametersParameterComponent into) {
        into.addPart().setName(name).setValue(new CodeType(sum.of()));
        into.addPart().setName("count").setValue(new IntegerType(sum.count()));
        into.addPart().setName("amount").setValue(money(sum.amount()));
    }

    private static void write(Refused refused, ParametersParameterComponent into) {
        into.addPart().setName("date").setValue(new DateType(refused.day().toString()));
        text(into, "payer", refused.payer());
        text(into, "payer-name", refused.payerName());
        into.addPart().setName("claim").setValue(new Reference(refused.claim()));
        into.addPart().setName("response").setValue(new Reference(refused.response()));
        into.addPart().setName("answer").setValue(new CodeType(refused.answer()));
        into.addPart().setName("group").setValue(new CodeType(refused.group()));
        into.addPart().setName("reason").setValue(new CodeType(refused.reason()));
        text(into, "remarks", refused.remarks());
        text(into, "procedure", refused.procedure());
        into.addPart().setName("amount").setValue(money(refused.amount()));
        refused.edits().forEach(edit -> into.addPart().setName("rule").setValue(new CodeType(edit)));
    }

    private static void text(ParametersParameterComponent into, String name, String text) {
        if (!text.isEmpty()) {
            into.addPart().setName(name).setValue(new StringType(text));
        }
    }

    private static Money money(BigDecimal amount) {
        return new Money().setValue(amount).setCurrency("USD");
    }
}
