package org.plainclaim.documentation;

import java.util.List;
import java.util.Set;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/**
 * One session as documented: everything the engine knows about it.
 *
 * @param encounter reference of the encounter, such as {@code Encounter/42}
 * @param version digest of everything that was read, so that a changed session is a different one
 * @param status status of the encounter, such as {@code finished}
 * @param episode reference of the episode of care that the session belongs to
 * @param patient who was treated
 * @param time when, by the clock of the place of service
 * @param setting where and how
 * @param services what was done, each with its own time and clinician
 * @param diagnoses in the order of their rank
 * @param note the clinician's note
 * @param plan the treatment plan in force
 * @param coverage who pays
 * @param billing who bills
 * @param measures standardized instruments that were scored, in the session and before it
 * @param readingFindings what was wrong with the input itself, such as a reference to nothing
 */
public record SessionDocumentation(
        String encounter,
        String version,
        Fact<String> status,
        Fact<String> episode,
        Patient patient,
        SessionTime time,
        Setting setting,
        List<DocumentedService> services,
        List<Diagnosis> diagnoses,
        Note note,
        TreatmentPlan plan,
        PayerCoverage coverage,
        BillingProvider billing,
        List<ClinicalMeasure> measures,
        List<Finding> readingFindings) {
    public SessionDocumentation {
        services = List.copyOf(services);
        diagnoses = List.copyOf(diagnoses);
        measures = List.copyOf(measures);
        readingFindings = List.copyOf(readingFindings);
    }

    /** The same session with other facts of when, where and what. */
    SessionDocumentation with(
            SessionTime otherTime, Setting otherSetting, List<DocumentedService> otherServices, Note otherNote) {
        return new SessionDocumentation(
                encounter,
                version,
                status,
                episode,
                patient,
                otherTime,
                otherSetting,
                otherServices,
                diagnoses,
                otherNote,
                plan,
                coverage,
                billing,
                measures,
                readingFindings);
    }

    /** The same session as somebody sees it from whom the measures of these references are hidden. */
    public SessionDocumentation withoutMeasures(Set<String> hidden) {
        return with(
                measures.stream()
                        .filter(measure -> !hidden.contains(measure.reference()))
                        .toList(),
                readingFindings);
    }

    /** The same session with what was wrong with its input. */
    public SessionDocumentation with(List<Finding> otherReadingFindings) {
        return with(measures, otherReadingFindings);
    }

    private SessionDocumentation with(List<ClinicalMeasure> otherMeasures, List<Finding> otherReadingFindings) {
        return new SessionDocumentation(
                encounter,
                version,
                status,
                episode,
                patient,
                time,
                setting,
                services,
                diagnoses,
                note,
                plan,
                coverage,
                billing,
                otherMeasures,
                otherReadingFindings);
    }
}
