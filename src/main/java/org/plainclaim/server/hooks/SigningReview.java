package org.plainclaim.server.hooks;

import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.advice.Advisor;
import org.plainclaim.advice.Path;
import org.plainclaim.advice.Step;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Requirements;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.rules.Row;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.Derivations.SentCase;

/** Derives the claim of a session as if its note were signed and says what is in the way, the most important first. */
public final class SigningReview {
    private final Derivations derivations;
    private final Clock clock;

    public SigningReview(Derivations derivations, Clock clock) {
        this.derivations = derivations;
        this.clock = clock;
    }

    /** The gaps of the session that a call speaks of. */
    List<Gap> of(HookRequest call) throws HookFault {
        SentCase session = session(call);
        String patient = session.session().patient().reference().orElse("");
        if (patient.startsWith("Patient/") && !patient.equals("Patient/" + call.patient())) {
            throw HookFault.malformed("context.patientId is another patient than the one of the Encounter.");
        }
        ClaimDerivation engine = derivations.engine();
        ClaimOutcome outcome = engine.derive(session.session(), session.history());
        boolean held = outcome.findings().stream().anyMatch(Finding::holds);
        List<Path> paths =
                held ? Advisor.advise(engine, outcome, session.history()).paths() : List.of();
        List<Row> requirements =
                engine.bookOf(session.session()).table(Requirements.TABLE).rows();
        List<Gap> gaps = new ArrayList<>();
        for (List<Finding> same : failed(outcome)) {
            List<Evidence> places = same.stream()
                    .flatMap(finding -> finding.evidence().stream())
                    .toList();
            String fact = requirements.stream()
                    .filter(row -> row.rule().equals(same.get(0).rule()))
                    .findFirst()
                    .map(SigningReview::fact)
                    .orElse("");
            gaps.add(new Gap(same.get(0), lines(places, outcome), ways(fact, places, paths)));
        }
        return gaps;
    }

    private SentCase session(HookRequest call) throws HookFault {
        AsIfDone change = new AsIfDone(call, clock.instant());
        String name = "Encounter/" + call.encounter();
        try {
            return call.sendsTheSession()
                    ? derivations.ofBundle(change.of(call.prefetch().bundle()))
                    : derivations.ofStore(new IdType(name), List.of(call.user()), change::of);
        } catch (BadInput bad) {
            var problem = bad.problems().get(0);
            throw HookFault.malformed(problem.message() + " " + problem.fix());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            throw notStored();
        }
    }

    /** What is said of a session that is not there, or that is as if it were not for who asks. */
    static HookFault notStored() {
        return HookFault.insufficient(
                "The prefetch has no Encounter with the id of context.encounterId, and none is stored here; send it"
                        + " in prefetch, or store the session first.");
    }

    /** What failed, rule by rule: what holds the claim first, then in the order of the checks. */
    private static List<List<Finding>> failed(ClaimOutcome outcome) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        outcome.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                        .add(finding));
        return List.copyOf(byRule.values());
    }

    /** The name that advice gives to what a requirement asks for. */
    private static String fact(Row requirement) {
        return (requirement.result("requires") + " " + requirement.result("detail")).strip();
    }

    /** The lines of the services that the places belong to; of all services if they belong to the session as a whole. */
    private static List<String> lines(List<Evidence> places, ClaimOutcome outcome) {
        Set<String> resources = new HashSet<>();
        places.forEach(place -> resources.add(place.resource()));
        boolean ofServices =
                outcome.session().services().stream().anyMatch(service -> resources.contains(service.reference()));
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .filter(line -> !ofServices || resources.contains(line.service()))
                .map(SigningReview::words)
                .distinct()
                .toList();
    }

    private static String words(ServiceLine line) {
        return line.code().code() + (line.units() == 1 ? "" : " x " + line.units());
    }

    /** What the paths promise for the fact itself; where advice calls it otherwise, for a fact of the same place. */
    private static List<Gap.Way> ways(String fact, List<Evidence> places, List<Path> paths) {
        List<Gap.Way> named = ways(paths, step -> step.fact().equals(fact));
        return named.isEmpty() && !fact.startsWith("section") ? ways(paths, step -> sharesAPlace(step, places)) : named;
    }

    private static List<Gap.Way> ways(List<Path> paths, Predicate<Step> wanted) {
        Stream<Gap.Way> ways = paths.stream().flatMap(path -> path.steps().stream()
                .filter(wanted)
                .map(step -> new Gap.Way(step.text(), step.answer(), path.lines())));
        return ways.distinct().toList();
    }

    private static boolean sharesAPlace(Step step, List<Evidence> places) {
        return step.where().stream().anyMatch(where -> places.stream()
                .anyMatch(place -> place.resource().equals(where.resource())
                        && place.path().equals(where.path())));
    }
}
