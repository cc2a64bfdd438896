package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.cache.IResourceTypeCacheSvc;
import ca.uhn.fhir.jpa.dao.JpaDaoResourceLinkResolver;
import ca.uhn.fhir.jpa.searchparam.extractor.IResourceLinkResolver;
import jakarta.persistence.EntityManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** How references between stored resources are resolved. */
@Configuration
class LinkConfiguration {
    @Bean
    JpaDaoResourceLinkResolver linksToExisting() {
        return new JpaDaoResourceLinkResolver();
    }

    @Bean
    Placeholders placeholders(
            Practices practices,
            IResourceTypeCacheSvc types,
            EntityManager entities,
            PlatformTransactionManager transactions) {
        return new Placeholders(practices, types, entities, transactions);
    }

    /** Takes the place of HAPI's bean of this name. */
    @Bean
    @Primary
    IResourceLinkResolver daoResourceLinkResolver(
            JpaDaoResourceLinkResolver linksToExisting,
            Placeholders placeholders,
            ObjectProvider<ReferenceSight> sight) {
        return new LenientLinks(linksToExisting, placeholders, sight::getObject);
    }
}
