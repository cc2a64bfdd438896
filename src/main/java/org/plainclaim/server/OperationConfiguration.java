package org.plainclaim.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.plainclaim.audit.Decisions;
import org.plainclaim.fhir.submission.SubmissionReader;
import org.plainclaim.scrub.TimelyFiling;
import org.plainclaim.server.audit.CurrentRequest;
import org.plainclaim.server.authorization.Authorizations;
import org.plainclaim.server.confidentiality.ClaimDisclosures;
import org.plainclaim.server.conformance.Definitions;
import org.plainclaim.server.eligibility.ClaimEligibility;
import org.plainclaim.server.figures.FiguresOperation;
import org.plainclaim.server.hooks.HooksServlet;
import org.plainclaim.server.hooks.SigningReview;
import org.plainclaim.server.longwork.LongWorkConfiguration;
import org.plainclaim.server.measure.Completeness;
import org.plainclaim.server.measure.EvaluateMeasureOperation;
import org.plainclaim.server.operation.ClaimRecords;
import org.plainclaim.server.operation.ClaimStore;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.DeriveClaimOperation;
import org.plainclaim.server.operation.HeldSessions;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.operation.MeasureTrendOperation;
import org.plainclaim.server.operation.PlansDueOperation;
import org.plainclaim.server.operation.PlausibilityOperation;
import org.plainclaim.server.operation.SessionCharge;
import org.plainclaim.server.operation.ValidateDocumentationOperation;
import org.plainclaim.server.rulebook.RulesOperation;
import org.plainclaim.server.scrub.KnownAround;
import org.plainclaim.server.scrub.ScrubGate;
import org.plainclaim.server.scrub.ScrubOperation;
import org.plainclaim.server.scrub.Scrubber;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.signals.CopiedNotes;
import org.plainclaim.server.signals.Plausibilities;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.ClaimGate;
import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.server.submission.StoredFees;
import org.plainclaim.server.training.AnswerOperation;
import org.plainclaim.server.training.CaseOperation;
import org.plainclaim.server.training.CasesOperation;
import org.plainclaim.server.training.ProgressOperation;
import org.plainclaim.server.training.Results;
import org.plainclaim.server.training.TrainingRoom;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one place where FHIR operations are registered: add the provider object to the list. */
@Configuration
@Import(LongWorkConfiguration.class)
class OperationConfiguration {
    @Bean
    Derivations derivations(FhirContext fhir, Derivations.Store store, Knowledge knowledge, ServerSettings settings) {
        return new Derivations(
                fhir, store, knowledge, new Derivations.Practice(settings.timeZone(), settings.completeSince()));
    }

    @Bean
    Derivations.Store derivationStore(DaoRegistry daos, CurrentVersions versions) {
        return new Derivations.Store(daos, versions);
    }

    @Bean
    CurrentVersions currentVersions(DataSource source, Practices practices) {
        return new CurrentVersions(new JdbcTemplate(source), practices);
    }

    @Bean
    ClaimGathering claimGathering(DaoRegistry daos, CurrentVersions store, Knowledge knowledge) {
        SubmissionReader reader = new SubmissionReader(knowledge.reader().vocabulary());
        return new ClaimGathering(daos, store, new StoredFees(store), reader);
    }

    @Bean
    Scrubber.Records scrubberRecords(Derivations derivations, CopiedNotes notes) {
        return new Scrubber.Records(derivations, notes);
    }

    @Bean
    Scrubber scrubber(
            Knowledge knowledge,
            Scrubber.Records records,
            Authorizations authorizations,
            ClaimEligibility eligibility,
            ClaimDisclosures disclosures,
            ServerSettings settings) {
        return new Scrubber(
                knowledge::rules,
                records,
                KnownAround.nobody(settings.completeSince())
                        .coverage(eligibility::facts)
                        .privacy(disclosures::facts)
                        .authorizations(authorizations::onFile));
    }

    @Bean
    ClaimGate claimGate(Scrubber scrubber) {
        return new ScrubGate(scrubber, Clock.system(ZoneId.systemDefault()));
    }

    @Bean
    ScrubOperation scrubOperation(
            FhirContext fhir,
            CurrentVersions versions,
            ClaimGathering gathering,
            Scrubber scrubber,
            Decisions decisions) {
        return new ScrubOperation(
                fhir,
                new ScrubOperation.Stored(versions, gathering),
                scrubber,
                new ScrubOperation.Around(Clock.system(ZoneId.systemDefault()), decisions));
    }

    @Bean
    HooksServlet cdsServices(
            Derivations derivations, HooksServlet.Limits limits, Definitions definitions, CurrentRequest current) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        return new HooksServlet(
                limits, new SigningReview(derivations, clock), definitions.of(CodeSystem.class), current::about);
    }

    @Bean
    ClaimStore claims(FhirContext fhir, Derivations.Store store, IHapiTransactionService transactions) {
        ClaimRecords.keepVersions(fhir);
        return new ClaimStore(
                store, transactions, new ClaimRecords(Clock.system(ZoneId.systemDefault()), Version.current()));
    }

    @Bean
    FilingClock filingClock(Knowledge knowledge) {
        return (payer, served) -> knowledge
                .rules()
                .book(payer)
                .flatMap(book -> TimelyFiling.lastDay(served, book))
                .orElse(null);
    }

    @Bean
    HeldSessions heldSessions(
            ClaimGathering gathering, WorkQueue queue, Owners owners, FilingClock filing, Decisions decisions) {
        return new HeldSessions(
                queue, owners, filing, new HeldSessions.Beside(new SessionCharge(gathering), decisions));
    }

    /** Beans for the operations of training. */
    record Training(TrainingRoom room, Results results) {}

    @Bean
    Training training(
            Knowledge knowledge,
            ServerSettings settings,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            Practices practices) {
        return new Training(
                new TrainingRoom(knowledge, settings.training()), new Results(daos, transactions, practices));
    }

    @Bean
    Operations operations(
            FhirContext fhir,
            DaoRegistry daos,
            Derivations.Store store,
            Derivations derivations,
            ClaimStore claims,
            HeldSessions held,
            ScrubOperation scrub,
            Plausibilities plausibilities,
            Knowledge knowledge,
            FiguresOperation figures,
            Training training,
            LongWorkConfiguration.LongWorkOperations longWork,
            Hiding hiding) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        List<Object> providers = new ArrayList<>(longWork.providers());
        providers.addAll(List.of(
                new ValidateDocumentationOperation(derivations, plausibilities::findings, hiding),
                new DeriveClaimOperation(derivations, claims, held, clock),
                scrub,
                figures,
                new RulesOperation(knowledge::rules, clock),
                new MeasureTrendOperation(fhir, daos, derivations, new MeasureTrendOperation.Around(hiding, clock)),
                new PlausibilityOperation(plausibilities, hiding, clock),
                new PlansDueOperation(fhir, daos, hiding, clock),
                new EvaluateMeasureOperation(new Completeness(derivations, store), hiding, clock),
                new CasesOperation(fhir, training.room(), training.results()),
                new CaseOperation(fhir, training.room()),
                new AnswerOperation(fhir, training.room(), training.results(), clock),
                new ProgressOperation(fhir, training.room(), training.results())));
        return new Operations(providers);
    }

    /** Plain HAPI providers, one for each operation; any bean of the store can be a parameter of the method above. */
    record Operations(List<Object> providers) {
        Operations {
            providers = List.copyOf(providers);
        }
    }
}
