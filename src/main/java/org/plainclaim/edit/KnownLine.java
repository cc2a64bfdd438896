package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PatientHistory.PastLine;
import org.plainclaim.documentation.ServiceTime;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * A line of this session, of another session of the patient, or of a claim on file.
 *
 * @param origin session, or claim, that it belongs to
 * @param code procedure code
 * @param date date of service
 * @param units how often
 * @param provider under whose number, of what specialty, in which practice
 * @param time when; null if only a claim tells of it
 * @param episode episode of care; null if none is known
 * @param evidence where it is written
 */
public record KnownLine(
        String origin,
        String code,
        LocalDate date,
        int units,
        Provider provider,
        @Nullable ServiceTime time,
        @Nullable String episode,
        List<Evidence> evidence) {
    public KnownLine {
        evidence = List.copyOf(evidence);
    }

    /**
     * Who counts as one provider.
     *
     * @param npi national provider identifier; empty if unknown
     * @param taxonomy specialty; empty if unknown
     * @param practice NPI of the practice; empty if unknown
     */
    public record Provider(String npi, String taxonomy, String practice) {
        static Provider of(Clinician clinician, String practice) {
            return new Provider(clinician.npi().orElse(""), clinician.taxonomy().orElse(""), practice);
        }

        /** The same person, or the same specialty in the same practice. */
        public boolean same(Provider other) {
            boolean person = !npi.isEmpty() && npi.equals(other.npi);
            boolean group = !taxonomy.isEmpty()
                    && !practice.isEmpty()
                    && taxonomy.equals(other.taxonomy)
                    && practice.equals(other.practice);
            return person || group;
        }
    }

    /** A line that was coded from a session. */
    public static KnownLine of(ServiceLine line, SessionDocumentation session) {
        return new KnownLine(
                session.encounter(),
                line.code().code(),
                line.date(),
                line.units(),
                Provider.of(line.rendering(), session.billing().npi().orElse("")),
                time(line, session),
                session.episode().value(),
                line.reasons().get(0).evidence());
    }

    private static @Nullable ServiceTime time(ServiceLine line, SessionDocumentation session) {
        for (DocumentedService service : session.services()) {
            if (service.reference().equals(line.service())) {
                return service.time();
            }
        }
        return null;
    }

    /** A line of a claim on file; its practice is not read. */
    public static KnownLine of(PastLine line) {
        return new KnownLine(
                line.claim(),
                line.code().orElse(""),
                line.date(),
                line.units(),
                new Provider(line.npi().orElse(""), line.taxonomy().orElse(""), ""),
                null,
                null,
                line.evidence());
    }

    Fact<String> codeFact() {
        return new Fact<>(code, evidence);
    }

    /** True if both have a start and a stop and do not overlap. */
    public boolean apartFrom(KnownLine other) {
        return time != null && other.time != null && (before(time, other.time) || before(other.time, time));
    }

    private static boolean before(ServiceTime one, ServiceTime other) {
        return one.stop().known()
                && other.start().known()
                && !one.stop().get().isAfter(other.start().get());
    }
}
