package org.plainclaim.server.longwork;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Writes long work as Parameters. */
final class WorkAnswer {

    private final Parameters answer = new Parameters();
    private final long now;

    WorkAnswer(long now) {
        this.now = now;
    }

    Parameters written() {
        return answer;
    }

    /** Where it stands. */
    WorkAnswer work(LongWork work) {
        ParametersParameterComponent into = answer.addParameter().setName("work");
        into.addPart().setName("id").setValue(new StringType(work.id()));
        into.addPart().setName("kind").setValue(new CodeType(work.kind()));
        into.addPart().setName("day").setValue(new DateType(work.first().toString()));
        into.addPart().setName("lastDay").setValue(new DateType(work.last().toString()));
        into.addPart().setName("askedBy").setValue(new StringType(work.askedBy()));
        into.addPart().setName("state").setValue(new CodeType(work.state().code()));
        into.addPart().setName("asked").setValue(moment(work.times().asked()));
        if (work.times().ended() > 0) {
            into.addPart().setName("ended").setValue(moment(work.times().ended()));
        }
        into.addPart().setName("total").setValue(new IntegerType(work.total()));
        into.addPart().setName("done").setValue(new IntegerType(work.done()));
        for (PartOutcome outcome : PartOutcome.values()) {
            into.addPart().setName(outcome.code()).setValue(new IntegerType(work.count(outcome)));
        }
        into.addPart()
                .setName("rate")
                .setValue(new DecimalType(BigDecimal.valueOf(work.rate(now)).setScale(1, RoundingMode.HALF_UP)));
        long left = work.secondsLeft(now);
        if (left >= 0) {
            into.addPart().setName("secondsLeft").setValue(new IntegerType((int) Math.min(left, Integer.MAX_VALUE)));
        }
        return this;
    }

    /** Its parts of one outcome. */
    WorkAnswer parts(PartOutcome outcome, List<PartTable.Listed> parts) {
        for (PartTable.Listed part : parts) {
            ParametersParameterComponent into = answer.addParameter().setName("session");
            into.addPart().setName("number").setValue(new IntegerType(part.number()));
            into.addPart().setName("encounter").setValue(new Reference("Encounter/" + part.item()));
            into.addPart().setName("outcome").setValue(new CodeType(outcome.code()));
            if (!part.rule().isEmpty()) {
                into.addPart().setName("rule").setValue(new CodeType(part.rule()));
            }
            if (!part.reason().isEmpty()) {
                into.addPart().setName("reason").setValue(new StringType(part.reason()));
            }
        }
        return this;
    }

    /** A time in FHIR's words. */
    static InstantType moment(long millis) {
        return new InstantType(Instant.ofEpochMilli(millis).toString());
    }
}
