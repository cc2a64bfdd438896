package org.plainclaim.server.answers;

import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What the parts of this room share.
 *
 * @param transactions one unit of work
 * @param rules the rules of all payers as of now
 * @param sent what was sent
 * @param store claims and answers
 * @param tables our own tables
 * @param work things to do
 * @param owed what goes back for a file that was refused
 * @param listeners who is told of what is posted
 * @param others who takes over files of other kinds
 * @param addressee whom a file is for
 * @param clock what day it is
 */
record Services(
        IHapiTransactionService transactions,
        Supplier<RuleLibrary> rules,
        SentLog sent,
        AnswerStore store,
        Tables tables,
        AnswerWork work,
        OwedAcknowledgment owed,
        List<RemittancePosted> listeners,
        List<OtherAnswers> others,
        Addressee addressee,
        Clock clock) {
    private static final int ATTEMPTS = 4;

    /** Claims of one unit of work: the store looks through all that it changed before each question to the database. */
    static final int STEP = 10;

    Services {
        listeners = List.copyOf(listeners);
        others = List.copyOf(others);
    }

    /** Our own tables. */
    record Tables(AnswerFiles files, Ledger ledger, DenialTable denials, Parking parking, Phases phases) {}

    /** Does something with each, some in each unit of work. */
    <T> void inSteps(List<T> all, Consumer<T> work) {
        for (int from = 0; from < all.size(); from += STEP) {
            List<T> step = all.subList(from, Math.min(from + STEP, all.size()));
            together(() -> {
                step.forEach(work);
                return true;
            });
        }
    }

    /** All of it, or nothing; it may be called again if another one was in the way. */
    <T> T together(Supplier<T> work) {
        RuntimeException last = new IllegalStateException("never tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return transactions.withRequest(new SystemRequestDetails()).execute(status -> work.get());
            } catch (DataAccessException | TransactionException collision) {
                // the store tries again what collides in its own tables, not what does in ours
                last = collision;
            }
        }
        throw last;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The rules of a payer, or those of all. */
    RuleBook book(String payer) {
        RuleLibrary library = rules.get();
        return library.book(payer).orElseGet(library::base);
    }
}
