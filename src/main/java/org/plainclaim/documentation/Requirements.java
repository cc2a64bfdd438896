package org.plainclaim.documentation;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.rules.TableSchema;

/** What a documentation rule may require, by the word in its column {@code requires}. */
public final class Requirements {
    /** The documentation rules. */
    public static final TableSchema TABLE = new TableSchema(
                    "rules/documentation",
                    List.of(
                            "service",
                            "telehealth",
                            "amended",
                            "with-evaluation",
                            "with-psychotherapy",
                            "minutes",
                            "credential",
                            "supervised",
                            "complexity",
                            "group-size",
                            "measure-flag"),
                    List.of("requires", "detail"),
                    List.of("severity", "requirement", "message", "fix"))
            .withDetails();

    private static final Map<String, Check> OF_SESSION = new HashMap<>(Map.ofEntries(
            entry("patient", SessionChecks::patient),
            entry("birth-date", SessionChecks::birthDate),
            entry("date-of-service", SessionChecks::dateOfService),
            entry("zone", SessionChecks::zone),
            entry("diagnosis", SessionChecks::diagnosis),
            entry("coverage", SessionChecks::coverage),
            entry("coverage-active", SessionChecks::coverageActive),
            entry("payer", SessionChecks::payer),
            entry("subscriber", SessionChecks::subscriber),
            entry("billing-npi", SessionChecks::billingNpi),
            entry("note", NoteChecks::present),
            entry("note-signed", NoteChecks::signed),
            entry("note-signed-after-session", NoteChecks::signedAfterSession),
            entry("note-signed-within", NoteChecks::signedWithin),
            entry("section", NoteChecks::section),
            entry("amendment-signed", AmendmentChecks::signed),
            entry("amendment-dated", AmendmentChecks::dated),
            entry("amendment-original-kept", AmendmentChecks::originalKept),
            entry("plan", PlanChecks::present),
            entry("plan-in-force", PlanChecks::inForce),
            entry("plan-signed", PlanChecks::signed),
            entry("plan-reviewed", PlanChecks::reviewed),
            entry("measure", MeasureChecks::scored),
            entry("outcome-measure", MeasureChecks::outcome),
            entry("measure-taken-up", MeasureChecks::takenUp),
            entry("plan-review-interval", PlanChecks::reviewInterval),
            entry("plan-goals", PlanContentChecks::goals),
            entry("plan-goal-measurable", PlanContentChecks::goalMeasurable),
            entry("plan-goal-due", PlanContentChecks::goalDue),
            entry("plan-type", PlanContentChecks::type),
            entry("plan-diagnosis", PlanContentChecks::diagnosis),
            entry("telehealth-technology", TelehealthChecks::technology),
            entry("telehealth-patient-place", TelehealthChecks::patientPlace),
            entry("telehealth-clinician-place", TelehealthChecks::clinicianPlace),
            entry("telehealth-consent", TelehealthChecks::consent)));

    private static final Map<String, Check> OF_SERVICE = new HashMap<>(Map.ofEntries(
            entry("time", ServiceChecks::time),
            entry("minutes-apart", ServiceChecks::minutesApart),
            entry("rendering", ServiceChecks::rendering),
            entry("rendering-npi", ServiceChecks::renderingNpi),
            entry("credential", ServiceChecks::credential),
            entry("note-signed-by-rendering", NoteChecks::signedByRendering),
            entry("attendance", ServiceChecks::attendance),
            entry("patient-present", ServiceChecks::patientPresent),
            entry("modality", ServiceChecks::modality),
            entry("group-size", ServiceChecks::groupSize),
            entry("group-limit", ServiceChecks::groupLimit),
            entry("decision", ServiceChecks::decision),
            entry("patient-status", ServiceChecks::patientStatus),
            entry("patient-status-agrees", ServiceChecks::patientStatusAgrees),
            entry("plan-services", PlanContentChecks::inPlan),
            entry("plan-frequency", PlanContentChecks::frequency),
            entry("plan-frequency-kept", PlanFrequency::kept),
            entry("plan-duration", PlanContentChecks::duration),
            entry("detail", ServiceChecks::detail),
            entry("stated", ServiceChecks::stated),
            entry("within-days", ServiceChecks::withinDays),
            entry("not-required", ServiceChecks::notRequired),
            entry("fact-is", ServiceChecks::factIs)));

    private Requirements() {}

    /** The words that a rule may use. */
    public static Set<String> words() {
        Set<String> words = new java.util.TreeSet<>(OF_SESSION.keySet());
        words.addAll(OF_SERVICE.keySet());
        return words;
    }

    static boolean ofSession(String requires) {
        return OF_SESSION.containsKey(requires);
    }

    static Check check(String requires) {
        Check check = OF_SESSION.getOrDefault(requires, OF_SERVICE.get(requires));
        if (check == null) {
            throw new IllegalStateException("a rule requires '" + requires + "', which nobody can check");
        }
        return check;
    }
}
