package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.ClaimWriter;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.Outage;
import org.plainclaim.server.store.StoreView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derives many stored sessions in one go and keeps their claims, to the same end as one {@code $derive-claim} after the other:
 * the store is asked once for all of them, and one transaction keeps them all.
 *
 * <p>What goes wrong with one session is said of that one; the others are derived all the same. When the database can not do its part,
 * nothing is said of any: that is thrown.
 */
public final class LotDerivation {
    private static final Logger LOG = LoggerFactory.getLogger(LotDerivation.class);

    private final FhirContext fhir;
    private final Derivations derivations;
    private final Keeping keeping;
    private final Clock clock;

    /**
     * Who keeps what was derived.
     *
     * @param store what is stored already
     * @param claims keeps claims
     * @param held keeps what people have to do
     */
    public record Keeping(CurrentVersions store, ClaimStore claims, HeldSessions held) {}

    public LotDerivation(FhirContext fhir, Derivations derivations, Keeping keeping, Clock clock) {
        this.fhir = fhir;
        this.derivations = derivations;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * What became of a session.
     *
     * @param encounter id of the encounter
     * @param outcome what was derived; null if nothing could be
     * @param claims ids of its claims
     * @param fault why nothing could be derived, in words without anything of the patient; empty if something was
     */
    public record Derived(String encounter, @Nullable ClaimOutcome outcome, List<String> claims, String fault) {
        public Derived {
            claims = List.copyOf(claims);
        }

        private static Derived failed(String encounter, String fault) {
            return new Derived(encounter, null, List.of(), fault);
        }
    }

    /** Derives the sessions of some encounters and keeps what they come to; the answers are in the same order. */
    public List<Derived> derive(List<String> encounters) {
        Map<String, Derived> answers = new LinkedHashMap<>();
        List<DerivedCase> cases = new ArrayList<>();
        StoreView view = keeping.store().view();
        derivations.each(view, encounters, new Taking(cases, answers));
        keepAll(cases, answers);
        return encounters.stream().map(answers::get).toList();
    }

    /** All in one transaction; if that fails, one by one, so that one that can not be kept holds up no other. */
    private void keepAll(List<DerivedCase> cases, Map<String, Derived> answers) {
        try {
            keep(cases, answers);
        } catch (RuntimeException fault) {
            Outage.rethrow(fault);
            LOG.debug(
                    "{} sessions are kept one by one: {}",
                    cases.size(),
                    fault.getClass().getSimpleName());
            cases.forEach(one -> keepAlone(id(one), answers));
        }
    }

    /** It is derived once more, for it may have been changed since. */
    private void keepAlone(String encounter, Map<String, Derived> answers) {
        List<DerivedCase> again = new ArrayList<>();
        derivations.each(keeping.store().view(), List.of(encounter), new Taking(again, answers));
        if (again.isEmpty()) {
            return;
        }
        try {
            keep(again, answers);
        } catch (RuntimeException fault) {
            Outage.rethrow(fault);
            answers.put(encounter, Derived.failed(encounter, words(fault)));
        }
    }

    /** Derives what can be read, and says what is the matter with what can not. */
    private final class Taking implements Derivations.Taker {
        private final ClaimDerivation engine = derivations.engine();
        private final List<DerivedCase> cases;
        private final Map<String, Derived> answers;

        private Taking(List<DerivedCase> cases, Map<String, Derived> answers) {
            this.cases = cases;
            this.answers = answers;
        }

        @Override
        public void read(StoredCase found) {
            cases.add(derive(found, engine));
        }

        @Override
        public void failed(String encounter, Exception why) {
            Outage.rethrow(why);
            answers.put(encounter, Derived.failed(encounter, words(why)));
        }
    }

    private void keep(List<DerivedCase> cases, Map<String, Derived> answers) {
        List<DerivedCase> all = new ArrayList<>(cases);
        Set<String> taken = new HashSet<>();
        cases.forEach(one -> taken.add(id(one)));
        DependentSessions dependent = new DependentSessions(derivations, keeping.claims());
        for (DerivedCase one : cases) {
            dependent.of(one, taken).stream()
                    .map(found -> derive(found, derivations.engine()))
                    .filter(found -> taken.add(id(found)))
                    .forEach(all::add);
        }
        List<ClaimOutcome> outcomes = all.stream()
                .map(DerivedCase::outcome)
                .sorted(Comparator.comparing(outcome -> outcome.session().encounter()))
                .toList();
        List<List<Claim>> kept = keeping.claims()
                .keep(all.stream().map(DerivedCase::derived).toList(), () -> outcomes.forEach(keeping.held()::keep));
        for (int i = 0; i < cases.size(); i++) {
            DerivedCase one = cases.get(i);
            List<String> claims = kept.get(i).stream()
                    .map(claim -> claim.getIdElement().getIdPart())
                    .toList();
            answers.put(id(one), new Derived(id(one), one.outcome(), claims, ""));
        }
    }

    /** Only the claims are written as FHIR: nobody reads the rest of the answer. */
    private DerivedCase derive(StoredCase found, ClaimDerivation engine) {
        ClaimOutcome outcome = engine.derive(found.session(), found.history());
        Parameters answer = new Parameters();
        if (outcome.ready()) {
            ClaimWriter.claims(outcome, LocalDate.now(clock)).forEach(claim -> answer.addParameter()
                    .setName("claim")
                    .setResource(fhir.newJsonParser().parseResource(Claim.class, claim.toString())));
        }
        return new DerivedCase(found, outcome, answer);
    }

    private static String id(DerivedCase one) {
        return one.outcome().session().encounter().substring("Encounter/".length());
    }

    /** A message could name a patient; what kind of fault it is says enough to find it. */
    private static String words(Exception fault) {
        if (fault instanceof BadInput bad) {
            return bad.problems().isEmpty()
                    ? "It is not one session of one patient."
                    : bad.problems().get(0).message();
        }
        if (fault instanceof ResourceGoneException || fault instanceof ResourceNotFoundException) {
            return "The Encounter is not there any more.";
        }
        LOG.warn("A session could not be derived: {}", fault.getClass().getName());
        return "It could not be derived or kept (" + fault.getClass().getSimpleName()
                + "); derive it by itself to see what is the matter.";
    }
}
