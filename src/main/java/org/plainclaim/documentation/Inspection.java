package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Situation;

/**
 * One requirement looked at for one service of one session.
 *
 * @param session the session
 * @param service the service the requirement applies to
 * @param situation the facts of that service
 * @param requirement the rule
 * @param history the other sessions of the patient
 */
record Inspection(
        SessionDocumentation session,
        DocumentedService service,
        Situation situation,
        Requirement requirement,
        PatientHistory history) {
    /** The fact that the rule asks for; a detail that nobody states belongs on the service. */
    Fact<?> asked(String name) {
        Fact<?> fact = situation.fact(name);
        if (fact.known() || isSomewhere(fact)) {
            return fact;
        }
        Evidence kind = service.kind().evidence().get(0);
        int end = kind.path().indexOf('.');
        String type = end < 0 ? kind.path() : kind.path().substring(0, end);
        return Fact.unknown(Evidence.missing(kind.resource(), type + ".extension"));
    }

    private static boolean isSomewhere(Fact<?> fact) {
        for (Evidence evidence : fact.evidence()) {
            if (!evidence.path().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Passes if the fact is known. */
    Finding known(Fact<?> fact) {
        return verdict(fact.known(), fact);
    }

    /** Passes or fails; the evidence is that of the facts looked at. */
    Finding verdict(boolean passed, Fact<?>... facts) {
        return passed ? passed(evidence(facts)) : failed(evidence(facts));
    }

    /** The same for one fact, which is what most requirements look at. */
    Finding verdict(boolean passed, Fact<?> fact) {
        return passed ? passed(fact.evidence()) : failed(fact.evidence());
    }

    /** Passes, with what was looked at. */
    Finding passed(List<Evidence> evidence) {
        return finding(Verdict.PASS, requirement.wording().requirement().fill(situation), evidence);
    }

    /** Fails, with the row's own sentence. */
    Finding failed(List<Evidence> evidence) {
        return finding(Verdict.FAIL, requirement.wording().missing().fill(situation), evidence);
    }

    /** Nobody can tell, and why. */
    Finding notChecked(String why, Fact<?>... facts) {
        return finding(Verdict.NOT_CHECKED, required(why), evidence(facts));
    }

    /** The requirement is excused, and by what. */
    Finding bypassed(String why, Fact<?>... facts) {
        return finding(Verdict.BYPASSED, required(why), evidence(facts));
    }

    /** The row's own sentence of what is missing. */
    String missing() {
        return requirement.wording().missing().fill(situation);
    }

    private String required(String why) {
        return requirement.wording().requirement().fill(situation) + " " + why;
    }

    private Finding finding(Verdict verdict, String message, List<Evidence> evidence) {
        String fix = verdict == Verdict.PASS || verdict == Verdict.BYPASSED
                ? ""
                : requirement.wording().fix();
        return new Finding(requirement.row().source(), verdict, requirement.severity(), message, fix, evidence);
    }

    static List<Evidence> evidence(Fact<?>... facts) {
        if (facts.length == 1) {
            return facts[0].evidence();
        }
        if (facts.length == 2
                && facts[0].evidence().size() == 1
                && facts[1].evidence().size() == 1) {
            return List.of(facts[0].evidence().get(0), facts[1].evidence().get(0));
        }
        List<Evidence> all = new ArrayList<>();
        for (Fact<?> fact : facts) {
            all.addAll(fact.evidence());
        }
        return all;
    }
}
