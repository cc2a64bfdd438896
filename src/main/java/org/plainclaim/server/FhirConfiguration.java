package org.plainclaim.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.search.builder.QueryStack;
import ca.uhn.fhir.jpa.search.builder.predicate.DatePredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.predicate.QuantityPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceLinkForHasParameterPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceLinkPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.extractor.ISearchParamExtractor;
import ca.uhn.fhir.jpa.searchparam.registry.ISearchParamProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.plainclaim.server.access.Access;
import org.plainclaim.server.access.AccessConfiguration;
import org.plainclaim.server.access.EntryGate;
import org.plainclaim.server.access.Gate;
import org.plainclaim.server.answers.AnswerConfiguration;
import org.plainclaim.server.audit.AuditConfiguration;
import org.plainclaim.server.authorization.AuthorizationConfiguration;
import org.plainclaim.server.confidentiality.ConfidentialityConfiguration;
import org.plainclaim.server.confidentiality.HiddenFromSearch;
import org.plainclaim.server.conformance.Capabilities;
import org.plainclaim.server.conformance.CapabilityEndpoint;
import org.plainclaim.server.conformance.DefinitionEndpoint;
import org.plainclaim.server.conformance.Definitions;
import org.plainclaim.server.conformance.MemorySearchParameters;
import org.plainclaim.server.desk.DeskConfiguration;
import org.plainclaim.server.eligibility.EligibilityConfiguration;
import org.plainclaim.server.figures.FiguresConfiguration;
import org.plainclaim.server.http.FaultTranslator;
import org.plainclaim.server.http.HistoryEndpoint;
import org.plainclaim.server.http.StoredEndpoint;
import org.plainclaim.server.http.StrictBodies;
import org.plainclaim.server.http.SystemEndpoint;
import org.plainclaim.server.http.TextSummary;
import org.plainclaim.server.inquiry.InquiryConfiguration;
import org.plainclaim.server.lifecycle.LifecycleConfiguration;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.profile.ForeignCodes;
import org.plainclaim.server.profile.ProfileValidation;
import org.plainclaim.server.search.ChainTargets;
import org.plainclaim.server.search.DatePredicates;
import org.plainclaim.server.search.HasPredicates;
import org.plainclaim.server.search.LightExtractor;
import org.plainclaim.server.search.LinkPredicates;
import org.plainclaim.server.search.Narrowing;
import org.plainclaim.server.search.QuantityRanges;
import org.plainclaim.server.search.SearchEndpoint;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.secondary.SecondaryConfiguration;
import org.plainclaim.server.signals.SignalConfiguration;
import org.plainclaim.server.store.ConflictRetry;
import org.plainclaim.server.store.Placeholders;
import org.plainclaim.server.store.PracticePartitions;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.store.ReferenceSight;
import org.plainclaim.server.store.StoreConfiguration;
import org.plainclaim.server.store.StoredTypes;
import org.plainclaim.server.store.TargetsTogether;
import org.plainclaim.server.submission.SubmissionConfiguration;
import org.plainclaim.server.terminology.Descriptions;
import org.plainclaim.server.terminology.TerminologyServlet;
import org.plainclaim.server.terminology.Vocabularies;
import org.plainclaim.server.validation.ValidateEndpoint;
import org.plainclaim.server.validation.WriteGate;
import org.plainclaim.server.work.WorkConfiguration;
import org.plainclaim.terminology.CodeMapLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/** Puts the FHIR end points together over the store. */
@Configuration
@Import({
    StoreConfiguration.class,
    AccessConfiguration.class,
    SignalConfiguration.class,
    SubmissionConfiguration.class,
    SecondaryConfiguration.class,
    AnswerConfiguration.class,
    InquiryConfiguration.class,
    EligibilityConfiguration.class,
    WorkConfiguration.class,
    AuditConfiguration.class,
    LifecycleConfiguration.class,
    AuthorizationConfiguration.class,
    ConfidentialityConfiguration.class,
    DeskConfiguration.class,
    FiguresConfiguration.class,
    OperationConfiguration.class
})
class FhirConfiguration {
    private final ObjectProvider<ChainTargets> targets;

    FhirConfiguration(ObjectProvider<ChainTargets> targets) {
        this.targets = targets;
    }

    @Bean
    ChainTargets chainTargets(ISearchParamRegistry parameters, DaoRegistry daos) {
        return new ChainTargets(parameters, daos);
    }

    @Bean
    @Primary
    ISearchParamProvider searchParamProvider(Definitions definitions) {
        return new MemorySearchParameters(definitions.of(SearchParameter.class));
    }

    @Bean
    ISearchParamExtractor searchParamExtractor() {
        return new LightExtractor();
    }

    /** Takes the place of HAPI's bean of this name. */
    @Bean
    @Scope("prototype")
    DatePredicateBuilder newDatePredicateBuilder(SearchQueryBuilder sql) {
        return new DatePredicates(sql);
    }

    /** Takes the place of HAPI's bean of this name. */
    @Bean
    @Scope("prototype")
    ResourceLinkPredicateBuilder newResourceLinkPredicateBuilder(QueryStack queries, SearchQueryBuilder sql) {
        return new LinkPredicates(queries, sql, targets.getObject());
    }

    /** Takes the place of HAPI's bean of this name. */
    @Bean
    @Scope("prototype")
    ResourceLinkForHasParameterPredicateBuilder newHasLinkPredicateBuilder(QueryStack queries, SearchQueryBuilder sql) {
        return new HasPredicates(queries, sql);
    }

    /** Takes the place of HAPI's bean of this name. */
    @Bean
    @Scope("prototype")
    QuantityPredicateBuilder newQuantityPredicateBuilder(SearchQueryBuilder sql) {
        return new QuantityRanges(sql);
    }

    @Bean
    ProfileValidation profileValidation(FhirContext fhir, Definitions definitions, IInterceptorService interceptors) {
        ProfileValidation profiles = new ProfileValidation(fhir, definitions, ForeignCodes.NONE);
        interceptors.registerInterceptor(new WriteGate(fhir, profiles));
        return profiles;
    }

    @Bean
    SearchReader searchReader(FhirContext fhir, MatchUrlService urls, ISearchParamRegistry parameters) {
        return new SearchReader(fhir, urls, parameters);
    }

    @Bean
    Capabilities capabilities(Definitions definitions, ISearchParamRegistry parameters, Access access) {
        // the first call reads what the database has, which is nothing; only one that finds no change asks for ours
        parameters.forceRefresh();
        parameters.forceRefresh();
        return new Capabilities(definitions, parameters, StoredTypes.offeredNames(), access);
    }

    @Bean
    Endpoints endpoints(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            SearchReader reader,
            Definitions definitions,
            Descriptions descriptions,
            ProfileValidation validator,
            Narrowing narrowing,
            HiddenFromSearch hidden,
            ReferenceSight sight,
            EntryGate gate) {
        List<Object> providers = new ArrayList<>();
        Searched searched = new Searched(reader, narrowing, hidden, sight);
        StoredTypes.OFFERED.forEach(type -> providers.addAll(stored(daos.getResourceDao(type), searched, validator)));
        for (var kind : List.of(
                Measure.class,
                OperationDefinition.class,
                SearchParameter.class,
                StructureDefinition.class,
                ValueSet.class)) {
            providers.add(new DefinitionEndpoint(kind, definitions));
        }
        providers.add(new DefinitionEndpoint(CodeSystem.class, definitions, descriptions::codeSystems));
        providers.add(new DefinitionEndpoint(ConceptMap.class, definitions, descriptions::conceptMaps));
        providers.add(new SystemEndpoint(system, daos, reader, new SystemEndpoint.Gates(gate, hidden)));
        return new Endpoints(providers);
    }

    @Bean
    Vocabularies vocabularies(Knowledge knowledge, Definitions definitions) {
        return new Vocabularies(
                () -> knowledge.rules().codes(), definitions, CodeMapLoader.load(TerminologyFolder.shipped()));
    }

    @Bean
    Descriptions descriptions(Vocabularies vocabularies) {
        return new Descriptions(vocabularies, Clock.system(ZoneId.systemDefault()));
    }

    @Bean
    TerminologyServlet terminologyServlet(
            RestfulServer server, FhirContext fhir, Vocabularies vocabularies, Gate gate) {
        return new TerminologyServlet(
                server, fhir, new TerminologyServlet.Sources(vocabularies, gate), Clock.system(ZoneId.systemDefault()));
    }

    @Bean
    RestfulServer restfulServer(
            FhirContext fhir,
            IInterceptorService interceptors,
            Endpoints endpoints,
            OperationConfiguration.Operations operations,
            AnswerConfiguration.AnswerOperations answers,
            EligibilityConfiguration.EligibilityOperations eligibility,
            SubmissionConfiguration.SubmissionOperations submissions,
            AuditConfiguration.AuditProviders audit,
            LifecycleConfiguration.LifecycleOperations lifecycle,
            ConfidentialityConfiguration.ConfidentialityOperations confidentiality,
            Capabilities capabilities,
            Practices practices,
            Placeholders placeholders,
            IIdHelperService<JpaPid> ids,
            HikariDataSource source) {
        interceptors.registerInterceptor(new PracticePartitions(practices));
        interceptors.registerInterceptor(new TargetsTogether(fhir, ids));
        interceptors.registerInterceptor(new FaultTranslator(
                placeholders::stands, () -> source.getHikariPoolMXBean().softEvictConnections()));
        interceptors.registerInterceptor(new StrictBodies(fhir));
        interceptors.registerInterceptor(new TextSummary());
        interceptors.registerInterceptor(new ConflictRetry());
        RestfulServer server = new RestfulServer(fhir);
        server.setInterceptorService(interceptors);
        server.setServerName("Plainclaim");
        server.setServerVersion(Version.current());
        server.setDefaultPageSize(50);
        server.setMaximumPageSize(1000);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.registerProviders(endpoints.providers());
        server.registerProviders(operations.providers());
        server.registerProviders(answers.providers());
        server.registerProviders(eligibility.providers());
        server.registerProviders(submissions.providers());
        server.registerProviders(audit.providers());
        server.registerProviders(lifecycle.providers());
        server.registerProviders(confidentiality.providers());
        server.setServerConformanceProvider(new CapabilityEndpoint(
                capabilities.describe(), Clock.systemUTC().instant()));
        return server;
    }

    private static <T extends IBaseResource> List<IResourceProvider> stored(
            IFhirResourceDao<T> dao, Searched searched, ProfileValidation validator) {
        return List.of(
                new StoredEndpoint<>(dao, searched.reader()),
                new HistoryEndpoint<>(dao, searched.hidden(), searched.sight()),
                new SearchEndpoint<>(dao, searched.reader(), searched.narrowing(), searched.hidden()),
                new ValidateEndpoint<>(dao, dao.getContext(), validator));
    }

    /** What searches go through. */
    private record Searched(SearchReader reader, Narrowing narrowing, HiddenFromSearch hidden, ReferenceSight sight) {}

    record Endpoints(List<Object> providers) {
        Endpoints {
            providers = List.copyOf(providers);
        }
    }
}
