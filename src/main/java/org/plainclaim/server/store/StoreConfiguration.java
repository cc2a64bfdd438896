package org.plainclaim.server.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.api.svc.ISearchUrlJobMaintenanceSvc;
import ca.uhn.fhir.jpa.binary.api.IBinaryStorageSvc;
import ca.uhn.fhir.jpa.binstore.DatabaseBinaryContentStorageSvcImpl;
import ca.uhn.fhir.jpa.config.JpaConfig;
import ca.uhn.fhir.jpa.config.r4.FhirContextR4Config;
import ca.uhn.fhir.jpa.dao.ITransactionProcessorVersionAdapter;
import ca.uhn.fhir.jpa.dao.ThreadPoolFactory;
import ca.uhn.fhir.jpa.dao.r4.FhirSystemDaoR4;
import ca.uhn.fhir.jpa.dao.r4.TransactionProcessorVersionAdapterR4;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.sp.ISearchParamPresenceSvc;
import ca.uhn.fhir.jpa.sp.SearchParamPresenceSvcImpl;
import jakarta.persistence.EntityManager;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.plainclaim.server.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** HAPI's JPA store with no more beans than R4 needs. */
@Configuration
@EnableTransactionManagement
@Import({
    JpaConfig.class,
    DatabaseConfiguration.class,
    RequiredByHapi.class,
    UnusedBeans.class,
    LinkConfiguration.class,
    DaoRegistrar.class
})
public class StoreConfiguration {
    /** HAPI's model of FHIR as the store has it: the same one each time. */
    @Bean
    @Primary
    public static FhirContext fhirContext() {
        return FhirContextR4Config.configureFhirContext(FhirContext.forR4Cached());
    }

    @Bean
    JpaStorageSettings storageSettings(OwnAddresses addresses, ServerSettings server) {
        return StoreSettings.create(addresses.urls(), server.severalPractices());
    }

    @Bean
    PartitionSettings partitionSettings() {
        return PracticePartitions.settings();
    }

    /** Takes the place of HAPI's bean of this name. */
    @Bean
    ThreadPoolFactory threadPoolFactory(Practices practices) {
        return new PracticeThreads(practices);
    }

    @Bean
    SearchParamPresenceSvcImpl changedParameters() {
        return new SearchParamPresenceSvcImpl();
    }

    /** Takes the place of HAPI's bean of this name. */
    @Bean
    @Primary
    ISearchParamPresenceSvc searchParamPresenceService(
            SearchParamPresenceSvcImpl changedParameters, EntityManager entities) {
        return new PresentParameters(changedParameters, entities);
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }

    @Bean
    IBinaryStorageSvc binaryStorage() {
        return new DatabaseBinaryContentStorageSvcImpl();
    }

    @Bean
    ISchedulerService schedulerService() {
        return new NoSchedule();
    }

    @Bean(destroyMethod = "close")
    Housekeeping housekeeping(ISearchUrlJobMaintenanceSvc conditionalUrls) {
        return new Housekeeping(conditionalUrls);
    }

    @Bean(name = "mySystemDaoR4")
    IFhirSystemDao<Bundle, Meta> systemDao() {
        return new FhirSystemDaoR4();
    }

    @Bean
    ITransactionProcessorVersionAdapter<Bundle, Bundle.BundleEntryComponent> transactionAdapter() {
        return new TransactionProcessorVersionAdapterR4();
    }
}
