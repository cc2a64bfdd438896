package org.plainclaim.documentation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;

/**
 * One service of the session, with the time that belongs to it alone.
 *
 * @param reference the resource that says so: a procedure, or the encounter for a lone service
 * @param kind kind of service, such as {@code individual-psychotherapy}
 * @param statedCode procedure code the EHR itself proposes
 * @param time when it ran and how many minutes count
 * @param rendering who rendered it
 * @param supervising who supervised; null when nobody is named
 * @param participation who was there
 * @param content what was done
 */
public record DocumentedService(
        String reference,
        Fact<String> kind,
        Fact<String> statedCode,
        ServiceTime time,
        Clinician rendering,
        @Nullable Clinician supervising,
        Participation participation,
        ServiceContent content) {

    /** The same service at another time. */
    public DocumentedService with(ServiceTime otherTime) {
        return new DocumentedService(
                reference, kind, statedCode, otherTime, rendering, supervising, participation, content);
    }

    /** The same service with others there. */
    public DocumentedService with(Participation others) {
        return new DocumentedService(reference, kind, statedCode, time, rendering, supervising, others, content);
    }

    /** The same service with something else done by somebody else. */
    public DocumentedService with(Clinician other, ServiceContent otherContent) {
        return new DocumentedService(
                reference, kind, statedCode, time, other, supervising, participation, otherContent);
    }

    /**
     * Who was there.
     *
     * @param patient {@code present}, {@code part} or {@code absent}
     * @param groupSize number of patients in the group
     */
    public record Participation(Fact<String> patient, Fact<Integer> groupSize) {}

    /**
     * What was done.
     *
     * @param modalities therapeutic modalities named
     * @param complexityFactors documented factors of interactive complexity
     * @param decision elements of medical decision making
     * @param patientStatus {@code new} or {@code established}
     * @param details further facts, by the name under which {@code codes/service-details} declares them
     */
    public record ServiceContent(
            List<Fact<String>> modalities,
            List<Fact<String>> complexityFactors,
            MedicalDecision decision,
            Fact<String> patientStatus,
            Map<String, Fact<?>> details) {
        public ServiceContent {
            modalities = List.copyOf(modalities);
            complexityFactors = List.copyOf(complexityFactors);
            details = Map.copyOf(details);
        }
    }
}
