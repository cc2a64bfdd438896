package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.plainclaim.audit.Decisions;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.fhir.NoteProtection;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.confidentiality.ConsentReader;
import org.plainclaim.fhir.confidentiality.ProgramReader;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.DispatchSchedule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts labels, consents and disclosures over the store. */
@Configuration
public class ConfidentialityConfiguration {
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    @Bean
    Rules confidentialityRules(Knowledge knowledge) {
        return new Rules(knowledge::rules);
    }

    @Bean
    Labeller.Tables confidentialityTables(
            DataSource source, Practices practices, CurrentVersions store, Knowledge knowledge) {
        OwnTables.bringUpToDate(source, "confidentiality");
        PracticeSql sql = new PracticeSql(new JdbcTemplate(source), practices);
        Vocabulary vocabulary = knowledge.reader().vocabulary();
        return new Labeller.Tables(
                new LabelTable(sql), new ProgramTable(sql), new StoredConsents(store, new ConsentReader(vocabulary)));
    }

    @Bean
    Labeller labeller(FhirContext fhir, Rules rules, Labeller.Tables tables, Knowledge knowledge) {
        Vocabulary vocabulary = knowledge.reader().vocabulary();
        return new Labeller(
                fhir,
                rules,
                new Labeller.Readers(new NoteProtection(vocabulary), new ProgramReader(vocabulary)),
                tables,
                CLOCK);
    }

    @Bean
    RelabelQueue relabelQueue(
            DataSource source, Practices practices, Labeller.Tables tables, ObjectProvider<DispatchSchedule> schedule) {
        // the tables are there once those of the labels are
        return new RelabelQueue(
                new PracticeSql(new JdbcTemplate(source), practices),
                () -> schedule.getObject().afterCommit(),
                CLOCK);
    }

    @Bean
    ConsentDays consentDays(
            DataSource source, Practices practices, RelabelQueue queue, PlatformTransactionManager transactions) {
        return new ConsentDays(
                new PracticeSql(new JdbcTemplate(source), practices),
                queue,
                new TransactionTemplate(transactions),
                CLOCK);
    }

    @Bean
    TagWriter tagWriter(DaoRegistry daos, EntityManagerFactory entities) {
        EntityManager shared = SharedEntityManagerCreator.createSharedEntityManager(entities);
        return new TagWriter(daos, shared);
    }

    @Bean
    LabelKeeper labelKeeper(
            Labeller labeller,
            Labeller.Tables tables,
            RelabelQueue queue,
            TagWriter tags,
            Rules rules,
            IInterceptorService interceptors) {
        LabelKeeper keeper = new LabelKeeper(labeller, tables, queue, new Raising(rules, tables.labels(), tags));
        interceptors.registerInterceptor(keeper);
        return keeper;
    }

    @Bean
    Relabelling relabelling(
            FhirContext fhir,
            Labeller labeller,
            Labeller.Tables tables,
            TagWriter tags,
            RelabelQueue queue,
            ConsentDays days,
            CurrentVersions store,
            PlatformTransactionManager transactions) {
        return new Relabelling(
                fhir,
                labeller,
                new Relabelling.Parts(
                        tables.labels(),
                        tags,
                        queue,
                        new RelatedResources(store),
                        days,
                        new TransactionTemplate(transactions)));
    }

    @Bean
    Viewers viewers(Rules rules, Labeller.Tables tables) {
        return new Viewers(rules, tables.labels(), CLOCK);
    }

    @Bean
    ReadGate readGate(Viewers viewers, Labeller.Tables tables, IInterceptorService interceptors) {
        ReadGate gate = new ReadGate(viewers, tables.labels());
        interceptors.registerInterceptor(gate);
        interceptors.registerInterceptor(new OperationSight(viewers));
        return gate;
    }

    @Bean
    ConfidentialityOperations confidentialityOperations(
            DaoRegistry daos,
            Rules rules,
            Labeller.Tables tables,
            TagWriter tags,
            Decisions decisions,
            PlatformTransactionManager transactions) {
        Lowering lowering = new Lowering(daos, tables, tags, decisions, new TransactionTemplate(transactions));
        return new ConfidentialityOperations(List.of(new LowerLabelOperation(rules, lowering, CLOCK)));
    }

    /** Plain HAPI providers, one for each operation. */
    public record ConfidentialityOperations(List<Object> providers) {
        public ConfidentialityOperations {
            providers = List.copyOf(providers);
        }
    }

    @Bean
    ClaimDisclosures claimDisclosures(
            Rules rules, Labeller.Tables tables, CurrentVersions store, Disclosures disclosures) {
        return new ClaimDisclosures(rules, tables, store, disclosures, CLOCK);
    }

    @Bean
    PayerQuestions payerQuestions(Rules rules, Labeller.Tables tables, Disclosures disclosures) {
        return new PayerQuestions(rules, tables, disclosures, CLOCK);
    }

    @Bean
    HiddenFromSearch hiddenFromSearch(Viewers viewers) {
        return new HiddenFromSearch(viewers);
    }
}
