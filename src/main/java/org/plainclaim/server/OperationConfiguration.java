package org.plainclaim.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.plainclaim.server.operation.ClaimRecords;
import org.plainclaim.server.operation.ClaimStore;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.DeriveClaimOperation;
import org.plainclaim.server.operation.MeasureTrendOperation;
import org.plainclaim.server.operation.PlausibilityOperation;
import org.plainclaim.server.operation.PlansDueOperation;
import org.plainclaim.server.operation.ValidateDocumentationOperation;
import org.plainclaim.server.signals.Plausibilities;
import org.plainclaim.terminology.TerminologyFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where FHIR operations are registered: add the provider object to the list. */
@Configuration
class OperationConfiguration {
    @Bean
    Operations operations(
            FhirContext fhir,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            ServerSettings settings,
            Plausibilities plausibilities) {
        ClaimRecords.keepVersions(fhir);
        Clock clock = Clock.system(ZoneId.systemDefault());
        Derivations derivations = new Derivations(
                fhir,
                daos,
                TerminologyFolder.shipped(),
                new Derivations.Practice(settings.timeZone(), settings.completeSince()));
        ClaimStore claims = new ClaimStore(daos, transactions, new ClaimRecords(clock, Version.current()));
        return new Operations(List.of(
                new ValidateDocumentationOperation(derivations, plausibilities::findings),
                new DeriveClaimOperation(derivations, claims, clock),
                new MeasureTrendOperation(fhir, daos, derivations, clock),
                new PlausibilityOperation(plausibilities, clock),
                new PlansDueOperation(fhir, daos, clock)));
    }

    /** Plain HAPI providers, one for each operation; any bean of the store can be a parameter of the method above. */
    record Operations(List<Object> providers) {
        Operations {
            providers = List.copyOf(providers);
        }
    }
}
