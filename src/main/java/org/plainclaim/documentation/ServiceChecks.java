package org.plainclaim.documentation;

import java.time.LocalDate;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Cell;

/** Checks of one service: its time, its clinician, who was there and what was done. */
final class ServiceChecks {
    private ServiceChecks() {}

    static Finding time(Inspection look) {
        ServiceTime time = look.service().time();
        return time.minutes().known()
                ? look.verdict(true, time.minutes())
                : look.verdict(false, time.start(), time.stop());
    }

    /**
     * One minute counts for one code: the clinician's services of the session may not overlap, but for those of a kind
     * that the rule names, in which somebody else worked under the clinician's number.
     */
    static Finding minutesApart(Inspection look) {
        DocumentedService service = look.service();
        for (DocumentedService other : look.session().services()) {
            boolean sameClinician = !other.kind().is(look.requirement().detail())
                    && other.rendering()
                            .reference()
                            .is(service.rendering().reference().orElse("nobody"));
            if (sameClinician && !other.reference().equals(service.reference()) && overlap(service, other)) {
                return look.verdict(
                        false,
                        service.time().start(),
                        service.time().stop(),
                        other.time().start(),
                        other.time().stop());
            }
        }
        return look.verdict(true, service.time().start(), service.time().stop());
    }

    private static boolean overlap(DocumentedService one, DocumentedService other) {
        return startsBeforeEndOf(one.time(), other.time()) && startsBeforeEndOf(other.time(), one.time());
    }

    private static boolean startsBeforeEndOf(ServiceTime one, ServiceTime other) {
        return one.start().known()
                && other.stop().known()
                && one.start().get().isBefore(other.stop().get());
    }

    static Finding rendering(Inspection look) {
        return look.known(look.service().rendering().reference());
    }

    static Finding renderingNpi(Inspection look) {
        Fact<String> npi = look.service().rendering().npi();
        return look.verdict(npi.known() && Npi.valid(npi.get()), npi);
    }

    static Finding credential(Inspection look) {
        return look.known(look.situation().fact(Columns.CREDENTIAL));
    }

    static Finding attendance(Inspection look) {
        return look.known(look.service().participation().patient());
    }

    static Finding patientPresent(Inspection look) {
        Fact<String> patient = look.service().participation().patient();
        return look.verdict(!patient.is("absent"), patient);
    }

    static Finding modality(Inspection look) {
        var modalities = look.service().content().modalities();
        boolean used = false;
        for (Fact<String> modality : modalities) {
            used |= modality.known();
        }
        return look.verdict(used, modalities.toArray(Fact<?>[]::new));
    }

    static Finding groupSize(Inspection look) {
        Fact<Integer> size = look.service().participation().groupSize();
        return look.verdict(size.known() && size.get() > 1, size);
    }

    static Finding groupLimit(Inspection look) {
        Fact<Integer> size = look.service().participation().groupSize();
        return size.known()
                ? look.verdict(size.get() <= Integer.parseInt(look.requirement().detail()), size)
                : look.notChecked("The size of the group is not documented.", size);
    }

    static Finding decision(Inspection look) {
        Fact<String> level = look.service().content().decision().level();
        boolean byTime = look.situation().fact("with-psychotherapy").value() instanceof String with
                && with.equals("no")
                && look.service().time().minutes().known();
        if (level.known() || !byTime) {
            return look.known(level);
        }
        return look.bypassed(
                "The level is chosen by time instead of medical decision making.",
                look.service().time().minutes());
    }

    static Finding patientStatus(Inspection look) {
        return look.known(look.situation().fact(Columns.PATIENT_STATUS));
    }

    /** What is stated may not be what the history of the patient refutes. */
    static Finding patientStatusAgrees(Inspection look) {
        Fact<String> stated = look.service().content().patientStatus();
        Fact<?> shown = look.situation().fact(SessionSituations.SHOWN_STATUS);
        if (!stated.known() || !shown.known()) {
            return look.notChecked("The history of the patient is not known far enough back.", stated);
        }
        return look.verdict(shown.value() != null && stated.is(shown.value().toString()), stated, shown);
    }

    /** The detail of the service that the rule names is documented. */
    static Finding detail(Inspection look) {
        return look.known(look.asked(look.requirement().detail()));
    }

    /** A fact that may be stated and that nothing else shows: without it nobody can tell. */
    static Finding stated(Inspection look) {
        Fact<?> fact = look.asked(look.requirement().detail());
        return fact.known() ? look.known(fact) : look.notChecked(look.missing(), fact);
    }

    /** The day that the rule names is not further back than it allows, written {@code detail=days}. */
    static Finding withinDays(Inspection look) {
        String[] wanted = look.requirement().detail().split("=", 2);
        Fact<?> fact = look.asked(wanted[0]);
        LocalDate date = look.session().time().dateOfService().value();
        if (!(fact.value() instanceof LocalDate day) || date == null) {
            return look.notChecked("The day is not documented.", fact);
        }
        int days = Integer.parseInt(wanted[wanted.length - 1]);
        return look.verdict(!day.isAfter(date) && !date.isAfter(day.plusDays(days)), fact);
    }

    /** What other services need, this one does not: the row says why. */
    static Finding notRequired(Inspection look) {
        return look.bypassed(look.missing(), look.service().kind());
    }

    /** A fact has one of the values that the rule names, written {@code column=cell} as in a condition of a table. */
    static Finding factIs(Inspection look) {
        String[] wanted = look.requirement().detail().split("=", 2);
        Fact<?> fact = look.asked(wanted[0]);
        return look.verdict(Cell.parse(wanted[0], wanted[wanted.length - 1]).matches(fact), fact);
    }
}
