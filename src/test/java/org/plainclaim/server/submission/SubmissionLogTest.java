package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.submission.Outbox.Batch;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.remittance.SentClaim;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

final class SubmissionLogTest {
    @ParameterizedTest
    @EnumSource
    void keepsAClaimAsItIsSent(LogDatabase database) {
        Tables tables = database.tables();
        Submission submission = Claims.numbered("ABC234");
        tables.outbox().put(Claims.of(submission, "Claim/1", 3));
        LoggedClaim found = tables.log().claim("ABC234").orElseThrow();
        assertEquals(submission, found.submission());
        assertEquals(ClaimState.READY, found.state());
        assertEquals(List.of(found), tables.log().claimsOf("Claim/1"));
        SentClaim sent = found.sent();
        assertEquals(submission.charge(), sent.charge());
        assertEquals(submission.lines().get(0).control(), sent.lines().get(0).control());
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheSameVersionOfAClaimASecondTime(LogDatabase database) {
        Tables tables = database.tables();
        tables.outbox().put(Claims.of(Claims.numbered("A2"), "Claim/1", 1));
        NewClaim again = Claims.of(Claims.numbered("A3"), "Claim/1", 1);
        assertThrows(
                DataIntegrityViolationException.class, () -> tables.outbox().put(again));
        tables.outbox().put(Claims.of(Claims.numbered("A4"), "Claim/1", 2));
        assertEquals(2, tables.log().claimsOf("Claim/1").get(0).version());
    }

    @ParameterizedTest
    @EnumSource
    void changesAStateOnlyFromOneThatAllowsIt(LogDatabase database) {
        Tables tables = database.tables();
        SubmissionLog log = tables.log();
        tables.outbox().put(Claims.of(Claims.numbered("A2"), "Claim/1", 1));
        assertEquals(Move.UNKNOWN, log.move("A9", ClaimState.SENT));
        assertEquals(Move.REFUSED, log.move("A2", ClaimState.ACCEPTED), "it is not sent");
        assertEquals(Move.DONE, log.move("A2", ClaimState.BATCHED));
        assertEquals(Move.REFUSED, log.move("A2", ClaimState.WITHDRAWN), "it is gone");
        assertEquals(Move.DONE, log.move("A2", ClaimState.ACCEPTED), "the answer overtook the note that it arrived");
        assertEquals(Move.ALREADY, log.move("A2", ClaimState.SENT));
        assertEquals(Move.ALREADY, log.move("A2", ClaimState.ACCEPTED));
        assertEquals(Move.DONE, log.move("A2", ClaimState.ANSWERED));
        assertEquals(Move.ALREADY, log.move("A2", ClaimState.ACCEPTED));
        assertEquals(Move.REFUSED, log.move("A2", ClaimState.REJECTED));
        assertEquals(ClaimState.ANSWERED, log.claim("A2").orElseThrow().state());
    }

    @ParameterizedTest
    @EnumSource
    void matchesAnswersOnlyWithClaimsThatAreGone(LogDatabase database) {
        Tables tables = database.tables();
        SubmissionLog log = tables.log();
        tables.outbox().put(Claims.of(Claims.numbered("A2"), "Claim/1", 1));
        assertEquals(List.of(), log.withId("A2"));
        log.move("A2", ClaimState.BATCHED);
        assertEquals("A2", log.withId("A2").get(0).id());
        assertEquals(List.of(), log.withPayerControlNumber(""), "no number is no match");
        log.keepPayerNumber("A2", "ICN77");
        assertEquals("A2", log.withPayerControlNumber("ICN77").get(0).id());
        assertEquals("ICN77", log.withId("A2").get(0).payerControlNumber());
    }

    @ParameterizedTest
    @EnumSource
    void neverGivesAControlNumberTwice(LogDatabase database) throws Exception {
        ControlNumbers numbers = database.tables().numbers();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> next = numbers::nextInterchange;
            Set<Integer> given = new HashSet<>();
            for (Future<Integer> number : threads.invokeAll(java.util.Collections.nCopies(100, next))) {
                assertTrue(given.add(number.get()));
            }
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void beginsControlNumbersAgainAfterNineDigits(LogDatabase database) {
        DataSource source = database.fresh();
        Tables tables = LogDatabase.tables(source);
        new JdbcTemplate(source).execute("alter sequence plainclaim_interchange_control restart with 999999999");
        assertEquals(999_999_999, tables.numbers().nextInterchange());
        assertEquals(1, tables.numbers().nextInterchange());
    }

    @ParameterizedTest
    @EnumSource
    void holdsAndTakesOut(LogDatabase database) {
        Tables tables = database.tables();
        tables.outbox().put(Claims.of(Claims.numbered("A2"), "Claim/1", 1));
        tables.outbox().put(Claims.of(Claims.numbered("A3"), "Claim/2", 1));
        assertTrue(tables.outbox().hold("A2", Hold.ASKED));
        assertEquals(Hold.ASKED, tables.log().claim("A2").orElseThrow().hold());
        Batch batch = new Batch("partner", Form.PROFESSIONAL);
        assertEquals(List.of(batch), tables.outbox().waiting());
        assertEquals(
                List.of("A3"),
                tables.outbox().take(batch, 10).stream()
                        .map(LoggedClaim::number)
                        .toList());
        assertEquals(Move.DONE, tables.log().move("A2", ClaimState.READY));
        assertNull(tables.log().claim("A2").orElseThrow().hold());
        tables.log().move("A2", ClaimState.BATCHED);
        assertTrue(!tables.outbox().hold("A2", Hold.ASKED), "it is gone");
    }
}
