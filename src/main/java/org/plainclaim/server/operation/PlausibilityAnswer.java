package org.plainclaim.server.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.plausibility.Signal;
import org.plainclaim.plausibility.Unchecked;
import org.plainclaim.server.signals.Plausibilities.Reviewed;

/** The answer of $plausibility. */
final class PlausibilityAnswer {
    /** Pieces of evidence at most for one signal; its message says how many there are. */
    private static final int MOST_EVIDENCE = 100;

    private PlausibilityAnswer() {}

    static Parameters of(Reviewed reviewed) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("score").setValue(decimal(reviewed.found().total()));
        answer.addParameter().setName("sessions").setValue(new IntegerType(reviewed.sessions()));
        Period period = new Period()
                .setStartElement(new DateTimeType(reviewed.from().toString()))
                .setEndElement(new DateTimeType(reviewed.to().toString()));
        answer.addParameter().setName("period").setValue(period);
        reviewed.found().signals().forEach(signal -> signal(answer.addParameter(), signal));
        reviewed.found().unchecked().forEach(one -> unchecked(answer.addParameter(), one));
        return answer;
    }

    private static void signal(ParametersParameterComponent parameter, Signal signal) {
        parameter.setName("signal");
        part(parameter, "rule", new CodeType(signal.source().rule()));
        part(parameter, "severity", new CodeType(signal.severity().name().toLowerCase(Locale.ROOT)));
        part(parameter, "score", decimal(signal.score()));
        part(parameter, "message", new StringType(signal.message()));
        part(parameter, "fix", new StringType(signal.fix()));
        part(parameter, "citation", new StringType(signal.source().citation()));
        List<Evidence> shown = signal.evidence().stream()
                .filter(evidence -> !evidence.resource().isEmpty())
                .limit(MOST_EVIDENCE)
                .toList();
        shown.forEach(evidence -> part(parameter, "evidence", new Reference(evidence.resource())));
    }

    private static void unchecked(ParametersParameterComponent parameter, Unchecked unchecked) {
        parameter.setName("unchecked");
        part(parameter, "rule", new CodeType(unchecked.source().rule()));
        part(parameter, "why", new StringType(unchecked.why()));
    }

    private static void part(ParametersParameterComponent parameter, String name, Type value) {
        parameter.addPart().setName(name).setValue(value);
    }

    private static DecimalType decimal(double number) {
        return new DecimalType(BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP));
    }
}
