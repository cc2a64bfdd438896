package org.plainclaim.server.operation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.DerivedClaim;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.server.operation.StoredHistory.DerivedFrom;

/**
 * A stored session and what was derived from it.
 *
 * @param found the session among the others of its patient
 * @param outcome what was derived
 * @param answer the same as Parameters
 */
record DerivedCase(StoredCase found, ClaimOutcome outcome, Parameters answer) {

    /** The claims with what they were derived from, to be stored. */
    ClaimStore.Derived derived() {
        Map<String, String> versions = found.versions();
        Set<String> used = new TreeSet<>(found.read().sources());
        evidence(lines()).stream().filter(versions::containsKey).forEach(used::add);
        return new ClaimStore.Derived(
                encounter().substring("Encounter/".length()),
                outcome.release(),
                outcome.claims().stream().map(DerivedClaim::biller).toList(),
                places().stream().map(place -> (Claim) place.getResource()).toList(),
                used.stream()
                        .map(source -> versions.getOrDefault(source, source))
                        .toList());
    }

    /** The places of the claims in the answer, so that what was stored can take the place of what was derived. */
    List<ParametersParameterComponent> places() {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getResource() instanceof Claim)
                .toList();
    }

    /**
     * Other sessions whose stored claims may say something else now, by reference of the encounter.
     *
     * <p>Those with a claim that are billed in one with this session, or that its checks speak of on the same day; and
     * those that were billed in one with it when the stored claims were made, but are no longer.
     */
    Set<String> dependent() {
        Set<String> linked = sameDay();
        linked.addAll(outcome.together());
        Set<String> named = outcome.ready() ? evidence(lines()) : Set.of();
        Set<String> still = outcome.ready() ? linked : Set.of();
        Set<String> dependent = new TreeSet<>();
        for (DerivedFrom claim : found.around().derived()) {
            if (claim.encounter().equals(encounter())) {
                claim.named().stream()
                        .filter(name -> name.startsWith("Encounter/"))
                        .filter(name -> !named.contains(name) && !still.contains(name))
                        .forEach(dependent::add);
            } else if (linked.contains(claim.encounter()) || claim.named().contains(encounter())) {
                dependent.add(claim.encounter());
            }
        }
        dependent.remove(encounter());
        return dependent;
    }

    /** Sessions of the same day that the lines or the checks of this one speak of. */
    private Set<String> sameDay() {
        LocalDate day = found.session().time().dateOfService().value();
        Set<String> spokenOf = evidence(
                Stream.concat(lines(), outcome.findings().stream().flatMap(finding -> finding.evidence().stream())));
        Set<String> encounters = new HashSet<>();
        for (SessionDocumentation other : found.history().sessions()) {
            boolean that = other.time().dateOfService().orElse(LocalDate.MIN).equals(day);
            boolean named = Stream.concat(
                            Stream.of(other.encounter()),
                            other.services().stream().map(DocumentedService::reference))
                    .anyMatch(spokenOf::contains);
            if (that && named) {
                encounters.add(other.encounter());
            }
        }
        return encounters;
    }

    private Stream<Evidence> lines() {
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .flatMap(line -> line.reasons().stream())
                .flatMap(reason -> reason.evidence().stream());
    }

    private static Set<String> evidence(Stream<Evidence> evidence) {
        return evidence.map(one -> one.resource().replaceFirst("#.*", "")).collect(Collectors.toSet());
    }

    private String encounter() {
        return found.session().encounter();
    }
}
