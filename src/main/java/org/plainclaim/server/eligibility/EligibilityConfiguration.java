package org.plainclaim.server.eligibility;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.plainclaim.fhir.eligibility.RequestReader;
import org.plainclaim.fhir.submission.SubmissionReader;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.answers.OtherAnswers;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.ControlNumbers;
import org.plainclaim.server.submission.DispatchSchedule;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.work.WorkQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts asking about eligibility together over the store. */
@Configuration
public class EligibilityConfiguration {
    private final Clock clock;

    EligibilityConfiguration(ServerSettings settings) {
        ZoneId zone = settings.timeZone();
        this.clock = Clock.system(zone == null ? ZoneId.systemDefault() : zone);
    }

    @Bean
    Questions eligibilityQuestions(DataSource source, Practices practices) {
        OwnTables.bringUpToDate(source, "eligibility");
        return new Questions(new PracticeSql(new JdbcTemplate(source), practices), clock);
    }

    @Bean
    Sources eligibilitySources(Partners partners, ControlNumbers controls) {
        return payer -> partners.present()
                .partnerFor(payer)
                .map(way -> new ExchangeSource(way, controls::nextInterchange, clock));
    }

    @Bean
    OtherAnswers inquiryAnswers(Eligibilities eligibilities, Partners partners) {
        return new InquiryAnswers(eligibilities, partners);
    }

    @Bean
    Services eligibilityServices(
            FhirContext fhir,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            Knowledge knowledge,
            Questions questions,
            Sources sources,
            WorkQueue work,
            ObjectProvider<InquiryGate> gate) {
        SubmissionReader claims = new SubmissionReader(knowledge.reader().vocabulary());
        RequestGathering gathering =
                new RequestGathering(fhir, daos, () -> new RequestReader(claims, knowledge.rules()));
        return new Services(
                transactions,
                new Records(fhir, daos),
                questions,
                gathering,
                sources,
                knowledge::rules,
                work,
                clock,
                gate.getIfAvailable(() -> InquiryGate.OPEN));
    }

    @Bean
    Eligibilities eligibilities(Services services) {
        return new Eligibilities(services);
    }

    @Bean
    ClaimEligibility claimEligibility(Services services, Eligibilities eligibilities) {
        return new ClaimEligibility(services, eligibilities);
    }

    @Bean
    DueTable eligibilityDues(DataSource source, Practices practices, Questions questions) {
        // the tables are there once the questions are
        return new DueTable(new PracticeSql(new JdbcTemplate(source), practices), clock);
    }

    @Bean
    AppointmentKeeper appointmentKeeper(
            DueTable dues, DispatchSchedule schedule, IInterceptorService interceptors, ServerSettings settings) {
        AppointmentKeeper keeper = new AppointmentKeeper(dues, schedule::afterCommit, settings.timeZone());
        interceptors.registerInterceptor(keeper);
        return keeper;
    }

    @Bean
    EligibilityRounds eligibilityRounds(
            Services services, Eligibilities eligibilities, DueTable dues, DaoRegistry daos) {
        return new EligibilityRounds(services, eligibilities, dues, new Appointments(daos));
    }

    /** The operations of this room. */
    @Bean
    EligibilityOperations eligibilityOperations(FhirContext fhir, Eligibilities eligibilities) {
        return new EligibilityOperations(List.of(new SubmitEligibilityOperation(fhir, eligibilities)));
    }

    /** Plain HAPI providers, one for each operation. */
    public record EligibilityOperations(List<Object> providers) {
        public EligibilityOperations {
            providers = List.copyOf(providers);
        }
    }
}
