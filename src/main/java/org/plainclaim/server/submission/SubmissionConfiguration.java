package org.plainclaim.server.submission;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.plainclaim.audit.Decisions;
import org.plainclaim.confidentiality.NeededDiagnoses;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts submission together over the store. */
@Configuration
public class SubmissionConfiguration {
    @Bean
    Partners partners(ServerSettings settings, Practices practices) {
        return Partners.read(settings.partners(), practices);
    }

    @Bean
    Tables submissionTables(DataSource source, Practices practices, PlatformTransactionManager transactions) {
        OwnTables.bringUpToDate(source, "submissions");
        Clock clock = Clock.system(ZoneId.systemDefault());
        return Tables.over(
                new PracticeSql(new JdbcTemplate(source), practices), new TransactionTemplate(transactions), clock);
    }

    @Bean
    SubmissionLog submissionLog(Tables tables) {
        return tables.log();
    }

    @Bean
    StatusQuestions statusQuestions(DataSource source, Practices practices, Tables tables) {
        return new StatusQuestions(new PracticeSql(new JdbcTemplate(source), practices), tables);
    }

    @Bean
    ControlNumbers controlNumbers(Tables tables) {
        return tables.numbers();
    }

    @Bean
    Routes routes(Partners partners) {
        return new PartnerRoutes(partners);
    }

    @Bean
    Responses submissionResponses(DaoRegistry daos) {
        return new Responses(daos, Clock.system(ZoneId.systemDefault()));
    }

    @Bean
    ClaimWork claimWork(WorkQueue queue, Owners owners, FilingClock filing, Responses responses, Decisions decisions) {
        return new ClaimWork(queue, owners, filing, new ClaimWork.Told(responses, decisions));
    }

    @Bean
    ClaimChanges claimChanges(Tables tables, ClaimWork work, IInterceptorService interceptors) {
        ClaimChanges changes = new ClaimChanges(tables, work);
        interceptors.registerInterceptor(changes);
        return changes;
    }

    @Bean
    Dispatcher dispatcher(Tables tables, Routes routes, ClaimWork work, ObjectProvider<LeavingCheck> check) {
        return new Dispatcher(tables, routes, ClaimFile.X12, work)
                .checking(check.getIfAvailable(() -> LeavingCheck.NONE));
    }

    @Bean(destroyMethod = "close")
    DispatchSchedule dispatchSchedule(Dispatcher dispatcher, ObjectProvider<SendingChore> chores, Practices practices) {
        return new DispatchSchedule(
                () -> chores.orderedStream()
                        .<SendingChore>map(chore -> () -> practices.each(chore::run))
                        .toList(),
                () -> practices.each(dispatcher::run));
    }

    @Bean
    Submitting.Parts submittingParts(
            Tables tables,
            ClaimGathering gathering,
            ClaimGate gate,
            ObjectProvider<BeforeSubmitting> before,
            Routes routes,
            Responses responses,
            ClaimWork work,
            DispatchSchedule schedule,
            Knowledge knowledge) {
        return new Submitting.Parts(
                tables,
                gathering,
                gate,
                routes,
                responses,
                work,
                schedule,
                before.getIfAvailable(() -> claim -> {}),
                (claim, submission) -> new NeededDiagnoses(knowledge.rules().base())
                        .of(claim, submission, LocalDate.now(Clock.system(ZoneId.systemDefault()))));
    }

    @Bean
    Submitting submitting(DaoRegistry daos, IHapiTransactionService transactions, Submitting.Parts parts) {
        return new Submitting(daos, transactions, parts);
    }

    /** The operations of this room. */
    @Bean
    SubmissionOperations submissionOperations(
            FhirContext fhir,
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            IHapiTransactionService transactions,
            Submitting submitting,
            Submitting.Parts parts,
            ObjectProvider<AuthorizationDesk> authorizations) {
        return new SubmissionOperations(List.of(
                new SubmitOperation(daos, submitting, new SentAlong(fhir, system), authorizations.getIfAvailable()),
                new InquireOperation(daos, authorizations.getIfAvailable()),
                new HoldOperations(daos, transactions, parts)));
    }

    /** Plain HAPI providers, one for each operation. */
    public record SubmissionOperations(List<Object> providers) {
        public SubmissionOperations {
            providers = List.copyOf(providers);
        }
    }
}
