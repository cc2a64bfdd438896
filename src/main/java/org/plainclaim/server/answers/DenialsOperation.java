package org.plainclaim.server.answers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
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
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.search.Sightline;

/** Lists what payers refused in a time, and counts it by the edit that should have caught it. */
public final class DenialsOperation {
    private final FhirContext fhir;
    private final DenialTable denials;
    private final Hiding hiding;
    private final Clock clock;

    DenialsOperation(FhirContext fhir, DenialTable denials, Hiding hiding, Clock clock) {
        this.hiding = hiding;
        this.fhir = fhir;
        this.denials = denials;
        this.clock = clock;
    }

    /** The counts over all that fits, and one page of it. */
    @Operation(name = "$denials", typeName = "ClaimResponse", manualRequest = true, idempotent = true)
    public Parameters list(ServletRequestDetails request) {
        DenialsInput input = DenialsInput.of(request, fhir, LocalDate.now(clock));
        Sightline seen = hiding.of(request);
        Sum all = denials.sum(input, seen);
        Parameters answer = new Parameters();
        answer.addParameter().setName("total").setValue(new IntegerType(all.count()));
        answer.addParameter().setName("amount").setValue(money(all.amount()));
        answer.addParameter().setName("more").setValue(new BooleanType(input.offset() + input.count() < all.count()));
        denials.byEdit(input, seen)
                .forEach(sum -> sum(sum, "rule", answer.addParameter().setName("by-rule")));
        denials.byReason(input, seen)
                .forEach(sum -> sum(sum, "reason", answer.addParameter().setName("by-reason")));
        denials.list(input, seen)
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
