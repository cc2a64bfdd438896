package org.plainclaim.server.authorization;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.Practices;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts prior authorization over the store. */
@Configuration
public class AuthorizationConfiguration {
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    @Bean
    AuthorizationRules authorizationRules(Knowledge knowledge) {
        return new AuthorizationRules(knowledge.rules().base());
    }

    @Bean
    Authorizations authorizations(FhirContext fhir, DaoRegistry daos, CurrentVersions store, AuthorizationRules rules) {
        return new Authorizations(fhir, daos, store, rules);
    }

    @Bean
    AuthorizationWatch authorizationWatch(
            Authorizations authorizations,
            AuthorizationRules rules,
            WorkQueue queue,
            Owners owners,
            IInterceptorService interceptors) {
        AuthorizationWatch watch =
                new AuthorizationWatch(authorizations, rules, new AuthorizationWatch.Todo(queue, owners), CLOCK);
        interceptors.registerInterceptor(watch);
        return watch;
    }

    @Bean(destroyMethod = "close")
    DailyRound authorizationRound(Authorizations authorizations, AuthorizationWatch watch, Practices practices) {
        DailyRound round = new DailyRound(authorizations, watch, practices);
        round.start();
        return round;
    }

    @Bean
    PasDesk.Parts authorizationParts(
            FhirContext fhir,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            IFhirSystemDao<Bundle, Meta> system,
            Authorizations authorizations,
            AuthorizationRules rules,
            AnswerWork work,
            ObjectProvider<PayerGate> gate) {
        AskedClaim claims = new AskedClaim(fhir, daos, system, authorizations);
        return new PasDesk.Parts(
                fhir,
                daos,
                transactions,
                claims,
                authorizations,
                rules,
                work,
                gate.getIfAvailable(() -> PayerGate.OPEN));
    }

    @Bean
    AnswerWork authorizationAnswerWork(WorkQueue queue, Owners owners, Authorizations authorizations) {
        return new AnswerWork(queue, owners, authorizations::read);
    }

    @Bean
    PasDesk authorizationDesk(PasDesk.Parts parts, ServerSettings settings) {
        return new PasDesk(parts, new HttpPasChannel(PasEndpoints.beside(settings.partners())), CLOCK);
    }
}
