package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.PayerCoverage;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Reads the coverage that the claim goes to. */
final class CoverageReader {
    private static final String MEDICAID = "medicaid";
    private static final String STATE = "state";
    private static final String KINDS = "coverage-class";

    private final Reading reading;
    private final Element encounter;

    CoverageReader(Reading reading, Element encounter) {
        this.reading = reading;
        this.encounter = encounter;
    }

    /**
     * The coverage named by the caller, else the first in order of those in force.
     *
     * @throws BadInput if the caller names one that this patient does not have
     */
    PayerCoverage read(@Nullable String named, Fact<LocalDate> date) throws BadInput {
        List<Resource> candidates = ofPatient();
        Optional<Resource> chosen =
                named == null ? choose(candidates, date.value()) : Optional.of(named(candidates, named));
        return chosen.map(coverage -> coverage(reading.use(coverage))).orElseGet(this::none);
    }

    private List<Resource> ofPatient() {
        Optional<Resource> patient = reading.find(encounter.child("subject"));
        return reading.ofType("Coverage").stream()
                .filter(coverage ->
                        patient.isPresent() && reading.leadsTo(coverage.root().child("beneficiary"), patient.get()))
                .filter(coverage -> !coverage.root().child("status").is("entered-in-error"))
                .toList();
    }

    private Resource named(List<Resource> candidates, String name) throws BadInput {
        ObjectNode reference = Nodes.object().put("reference", name);
        Optional<Resource> meant = reading.find(new Element("", "coverage", reference));
        if (meant.isPresent() && candidates.contains(meant.get())) {
            return meant.get();
        }
        throw new BadInput(List.of(new InputProblem(
                "not-found",
                "Parameters.parameter.where(name = 'coverage')",
                "The coverage that the parameter names is none of the patient's.",
                "Name one of the patient's Coverages, or leave the parameter out.")));
    }

    /** In force on the date, else active, else any: a check then says what is wrong with it. */
    private Optional<Resource> choose(List<Resource> candidates, @Nullable LocalDate date) {
        List<Resource> active = candidates.stream()
                .filter(coverage -> coverage.root().child("status").is("active"))
                .toList();
        List<Resource> inForce = active.stream()
                .filter(coverage -> Periods.covers(coverage.root().child("period"), date))
                .toList();
        List<Resource> best = new ArrayList<>(inForce.isEmpty() ? active.isEmpty() ? candidates : active : inForce);
        best.sort(Comparator.comparing(CoverageReader::order).thenComparing(Resource::reference));
        if (inForce.size() > 1 && order(best.get(0)) == order(best.get(1))) {
            List<Evidence> evidence = best.stream()
                    .filter(coverage -> order(coverage) == order(best.get(0)))
                    .map(coverage -> reading.use(coverage).child("order").evidence())
                    .toList();
            reading.fail("coverage-ambiguous", evidence);
        }
        return best.stream().findFirst();
    }

    private static int order(Resource coverage) {
        Element order = coverage.root().child("order");
        return order.present() ? order.json().asInt() : Integer.MAX_VALUE;
    }

    private PayerCoverage coverage(Element coverage) {
        Fact<String> payer = reading.known(Domain.PAYER, coverage.child("type"))
                .map(Reading.Known::fact)
                .orElse(Fact.unknown(coverage.child("type").evidence()));
        Map<String, Fact<String>> classes = classes(coverage);
        Element beneficiary = coverage.child("beneficiary");
        return new PayerCoverage(
                Fact.of(coverage.resource(), Reading.written(beneficiary).evidence()),
                coverage.child("status").fact(),
                payer.is(MEDICAID) ? ofState(payer, coverage, classes) : payer,
                payor(coverage),
                Periods.from(coverage.child("period")),
                Periods.to(coverage.child("period")),
                coverage.child("subscriberId").fact(),
                classes);
    }

    /** Each state has rules of its own: the payer is named after the state, where this release knows that one. */
    private Fact<String> ofState(Fact<String> medicaid, Element coverage, Map<String, Fact<String>> classes) {
        Fact<String> state =
                classes.getOrDefault(STATE, Fact.unknown(medicaid.evidence().get(0)));
        if (!state.known()) {
            state = stateOfPayor(coverage).orElse(state);
        }
        Optional<String> payer = reading.meaning(Domain.MEDICAID_STATE, KINDS, upper(state.orElse("")));
        return payer.isPresent() ? Fact.from(payer.get(), medicaid, state) : medicaid;
    }

    private Optional<Fact<String>> stateOfPayor(Element coverage) {
        return coverage.each("payor").stream()
                .flatMap(payor -> reading.follow(payor).stream())
                .filter(payor -> payor.path().equals("Organization"))
                .flatMap(payor -> payor.each("address").stream())
                .map(address -> address.child(STATE).fact())
                .filter(Fact::known)
                .findFirst();
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** The classes of our own kinds: who processes for Medicare, which state, who funds. */
    private Map<String, Fact<String>> classes(Element coverage) {
        Map<String, Fact<String>> classes = new HashMap<>();
        for (Element one : coverage.each("class")) {
            one.child("type").each("coding").stream()
                    .filter(coding -> coding.child("system").is(Systems.COVERAGE_CLASS))
                    .findFirst()
                    .ifPresent(coding ->
                            classes.putIfAbsent(coding.child("code").textOr(""), value(coding, one.child("value"))));
        }
        return classes;
    }

    /** A contractor that this release does not know is none: nobody may take its silence for a rule. */
    private Fact<String> value(Element kind, Element value) {
        return kind.child("code").is("contractor")
                ? value.fact(name -> reading.meaning(Domain.CONTRACTOR, KINDS, upper(name)))
                : value.fact();
    }

    /** Who pays the claim: an organization; a patient who pays alone gets no claim. */
    private Fact<String> payor(Element coverage) {
        Optional<Element> first = coverage.each("payor").stream().findFirst();
        if (first.isEmpty()) {
            return Fact.unknown(coverage.child("payor").evidence());
        }
        Evidence written = Reading.written(first.get()).evidence();
        return reading.follow(first.get())
                .filter(payor -> payor.path().equals("Organization"))
                .map(payor -> Fact.of(payor.resource(), written))
                .orElse(Fact.unknown(written));
    }

    private PayerCoverage none() {
        Evidence missing = Evidence.missing(encounter.resource(), "Coverage.beneficiary");
        Fact<String> nothing = Fact.unknown(missing);
        Fact<LocalDate> never = Fact.unknown(missing);
        return new PayerCoverage(nothing, nothing, nothing, nothing, never, never, nothing, Map.of());
    }
}
