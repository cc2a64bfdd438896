package org.plainclaim.server.work;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.ZoneId;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.work.Owners;
import org.plainclaim.work.Priorities;
import org.plainclaim.work.WorkQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work queue over the store. */
@Configuration
public class WorkConfiguration {
    @Bean
    Owners owners(Knowledge knowledge) {
        return new Owners(knowledge.rules());
    }

    @Bean
    WorkQueue workQueue(
            FhirContext fhir,
            DaoRegistry daos,
            CurrentVersions versions,
            IHapiTransactionService transactions,
            Knowledge knowledge,
            IInterceptorService interceptors) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        interceptors.registerInterceptor(new TaskGate(fhir, clock));
        TaskQueue.Rules rules = new TaskQueue.Rules(new Owners(knowledge.rules()), new Priorities(knowledge.rules()));
        return new TaskQueue(fhir, new TaskQueue.Store(daos, versions), transactions, rules, clock);
    }
}
