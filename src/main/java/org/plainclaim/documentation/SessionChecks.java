package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** Checks of the session as a whole: patient, date, diagnoses, coverage and who bills. */
final class SessionChecks {
    private SessionChecks() {}

    static Finding patient(Inspection look) {
        return look.known(look.session().patient().reference());
    }

    static Finding birthDate(Inspection look) {
        return look.known(look.session().patient().birthDate());
    }

    static Finding dateOfService(Inspection look) {
        return look.known(look.session().time().dateOfService());
    }

    static Finding zone(Inspection look) {
        Fact<String> zone = look.session().time().zone();
        return zone.known()
                ? look.known(zone)
                : look.notChecked("Only UTC is stated, so the date could be another.", zone);
    }

    static Finding diagnosis(Inspection look) {
        SessionDocumentation session = look.session();
        List<Evidence> codes = new ArrayList<>();
        for (Diagnosis diagnosis : session.diagnoses()) {
            codes.addAll(diagnosis.code().known() ? diagnosis.code().evidence() : List.of());
        }
        return codes.isEmpty() ? look.verdict(false, missingDiagnosis(session)) : look.passed(codes);
    }

    private static Fact<String> missingDiagnosis(SessionDocumentation session) {
        return Fact.unknown(Evidence.missing(session.encounter(), "Encounter.diagnosis"));
    }

    static Finding coverage(Inspection look) {
        return look.known(look.session().coverage().reference());
    }

    static Finding coverageActive(Inspection look) {
        PayerCoverage coverage = look.session().coverage();
        if (!coverage.reference().known()) {
            return look.notChecked("There is no coverage to look at.", coverage.reference());
        }
        LocalDate date = look.session().time().dateOfService().value();
        boolean active = coverage.status().is("active");
        if (date == null || (!coverage.from().known() && !coverage.to().known())) {
            return active
                    ? look.notChecked("The coverage does not say from when to when it holds.", coverage.from())
                    : look.verdict(false, coverage.status());
        }
        boolean started =
                !coverage.from().known() || !date.isBefore(coverage.from().get());
        boolean running = !coverage.to().known() || !date.isAfter(coverage.to().get());
        return look.verdict(active && started && running, coverage.status(), coverage.from(), coverage.to());
    }

    static Finding payer(Inspection look) {
        PayerCoverage coverage = look.session().coverage();
        return coverage.reference().known()
                ? look.known(coverage.payer())
                : look.notChecked("There is no coverage to look at.", coverage.reference());
    }

    static Finding subscriber(Inspection look) {
        PayerCoverage coverage = look.session().coverage();
        return coverage.reference().known()
                ? look.known(coverage.subscriberId())
                : look.notChecked("There is no coverage to look at.", coverage.reference());
    }

    static Finding billingNpi(Inspection look) {
        BillingProvider billing = look.session().billing();
        boolean valid = billing.npi().known() && Npi.valid(billing.npi().get());
        return look.verdict(valid, billing.npi());
    }
}
