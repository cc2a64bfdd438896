package org.plainclaim.server.eligibility;

import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityCase;
import org.plainclaim.eligibility.EligibilityReview;
import org.plainclaim.eligibility.EligibilitySource;
import org.plainclaim.fhir.eligibility.ReadCoverage;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.work.WorkQueue;

/**
 * What asking takes.
 *
 * @param transactions the store's transactions
 * @param records requests and responses
 * @param questions what was asked
 * @param gathering reads requests
 * @param sources who answers for whom
 * @param rules the rules as of now
 * @param work things to do
 * @param clock the time
 * @param gate says who may be asked about
 */
record Services(
        IHapiTransactionService transactions,
        Records records,
        Questions questions,
        RequestGathering gathering,
        Sources sources,
        Supplier<RuleLibrary> rules,
        WorkQueue work,
        Clock clock,
        InquiryGate gate) {
    Services with(Sources others) {
        return new Services(transactions, records, questions, gathering, others, rules, work, clock, gate);
    }

    /** The same at another time. */
    Services at(Clock time) {
        return new Services(transactions, records, questions.at(time), gathering, sources, rules, work, time, gate);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    EligibilitySource onFile() {
        return new OnFileSource(clock);
    }

    /** The rules of who pays. */
    RuleBook book(ReadCoverage about) {
        RuleLibrary library = rules.get();
        return library.book(about.file().cover().payer().book()).orElse(library.base());
    }

    EligibilityReview review(ReadCoverage about, EligibilityAnswer answer) {
        EligibilityCase looked =
                new EligibilityCase(about.patient(), about.file(), about.others(), about.visit(), answer, today());
        return EligibilityReview.of(looked, book(about));
    }

    <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(
                transactions.withRequest(new SystemRequestDetails()).execute(status -> work.get()));
    }
}
