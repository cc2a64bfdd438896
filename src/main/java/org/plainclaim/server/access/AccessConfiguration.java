package org.plainclaim.server.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.plainclaim.access.Policy;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.search.Narrowing;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.store.ReferenceSight;
import org.plainclaim.server.store.StoredTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gate together and before everything that is asked of the store. */
@Configuration
public class AccessConfiguration {
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    @Bean
    Gate gate(Knowledge knowledge, ObjectProvider<AccessWitness> witnesses) {
        return new Gate(
                new Policy(knowledge.rules().base()),
                CLOCK,
                (caller, asked, decision) -> witnesses.forEach(witness -> witness.decided(caller, asked, decision)));
    }

    @Bean
    Access access(ServerSettings settings) {
        return settings.issuer() == null ? Access.triedOut() : Access.of(new Issuer(settings.issuer(), CLOCK));
    }

    @Bean
    Doorkeeper doorkeeper(Gate gate, Access access) {
        return Doorkeeper.of(gate, access, CLOCK);
    }

    @Bean
    ReferenceSight referenceSight(Gate gate) {
        return (request, type) -> gate.readsAll(Callers.of(request), type);
    }

    @Bean
    Scoped scoped(DaoRegistry daos, SearchReader reader) {
        return new Scoped(daos, reader);
    }

    @Bean
    Narrowing narrowing(Gate gate, Scoped scoped) {
        return new ScopeNarrowing(gate, scoped);
    }

    @Bean
    EntryGate entryGate(
            FhirContext fhir,
            Gate gate,
            Scoped scoped,
            ISearchParamRegistry parameters,
            SearchParamMatcher matcher,
            IInterceptorService interceptors) {
        Instances instances = new Instances(scoped, matcher, fhir.newTerser());
        Set<String> stored = Set.copyOf(StoredTypes.offeredNames());
        SearchGate searches = new SearchGate(gate, parameters, stored, fhir.newTerser());
        Sight sight = new Sight(gate, instances);
        interceptors.registerInterceptor(new FhirGate(gate, searches, instances));
        interceptors.registerInterceptor(new StorageGate(sight));
        interceptors.registerInterceptor(new AnswerGate(sight, stored));
        return new EntryGate(gate, searches, instances);
    }
}
