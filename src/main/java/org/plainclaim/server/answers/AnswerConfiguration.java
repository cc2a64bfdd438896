package org.plainclaim.server.answers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.ControlNumbers;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.server.submission.StatusQuestions;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the answers of payers together over the store. */
@Configuration
public class AnswerConfiguration {
    @Bean
    Services.Tables answerTables(DataSource source, Practices practices) {
        OwnTables.bringUpToDate(source, "answers");
        PracticeSql sql = new PracticeSql(new JdbcTemplate(source), practices);
        return new Services.Tables(
                new AnswerFiles(sql, Clock.systemUTC()),
                new Ledger(sql),
                new DenialTable(sql),
                new Parking(sql),
                new Phases(sql));
    }

    @Bean
    AnswerParts answerParts(DataSource source, Practices practices, Services.Tables tables) {
        return new AnswerParts(new PracticeSql(new JdbcTemplate(source), practices), tables.files());
    }

    @Bean
    AnswerStore answerStore(FhirContext fhir, DaoRegistry daos) {
        return new AnswerStore(fhir, daos);
    }

    @Bean
    AnswerWork payerAnswerWork(WorkQueue queue, Owners owners, FilingClock filing) {
        return new AnswerWork(queue, owners, filing);
    }

    @Bean
    AnswerIntake answerIntake(
            IHapiTransactionService transactions,
            Knowledge knowledge,
            SubmissionLog log,
            StatusQuestions questions,
            ControlNumbers controls,
            AnswerStore store,
            Services.Tables tables,
            AnswerWork work,
            ObjectProvider<RemittancePosted> listeners,
            ObjectProvider<OtherAnswers> others,
            Partners partners,
            ObjectProvider<Decisions> decisions) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        return new AnswerIntake(new Services(
                transactions,
                knowledge::rules,
                new LoggedSent(log, questions, decisions.getIfAvailable(() -> Decisions.NONE)),
                store,
                tables,
                work,
                new OwedAcknowledgment(controls::nextInterchange, clock),
                listeners.orderedStream().toList(),
                others.orderedStream().toList(),
                new Addressee(partners),
                clock));
    }

    @Bean
    AnswerPolling answerPolling(Partners partners, AnswerIntake intake) {
        return new AnswerPolling(partners, intake);
    }

    /** The operations of this room. */
    @Bean
    AnswerOperations answerOperations(FhirContext fhir, AnswerIntake intake, Services.Tables tables, Hiding hiding) {
        return new AnswerOperations(List.of(
                new ProcessX12Operation(fhir, intake, tables.files()),
                new DenialsOperation(fhir, tables.denials(), hiding, Clock.system(ZoneId.systemDefault()))));
    }

    /** Plain HAPI providers, one for each operation. */
    public record AnswerOperations(List<Object> providers) {
        public AnswerOperations {
            providers = List.copyOf(providers);
        }
    }
}
