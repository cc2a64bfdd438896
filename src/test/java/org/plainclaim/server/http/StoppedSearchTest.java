package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.RunningServer;

/** A statement of the store that takes too long is stopped, and the client is told to ask for less. */
final class StoppedSearchTest {
    private static final String ENDLESS = "select count(*) from (%s) a, (%s) b, (%s) c";

    @ParameterizedTest
    @EnumSource
    void aStatementHasThirtySeconds(RunningServer server) {
        try (EntityManager entities = server.part(EntityManagerFactory.class).createEntityManager()) {
            Query query = entities.createNativeQuery("select 1");
            assertEquals(30, query.unwrap(org.hibernate.query.Query.class).getTimeout());
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsStoppedIsAnsweredAsTooCostly(RunningServer server) {
        String numbers = server == RunningServer.H2
                ? "select x from system_range(1, 100000)"
                : "select x from generate_series(1, 100000) x";
        try (EntityManager entities = server.part(EntityManagerFactory.class).createEntityManager()) {
            Query endless = entities.createNativeQuery(ENDLESS.formatted(numbers, numbers, numbers));
            endless.setHint("jakarta.persistence.query.timeout", 1_000);
            RuntimeException stopped = assertThrows(RuntimeException.class, endless::getSingleResult);
            BaseServerResponseException answer =
                    new FaultTranslator((type, id) -> false, () -> {}).translate(new SystemRequestDetails(), stopped);
            assertEquals(422, answer.getStatusCode());
            OperationOutcome outcome = assertInstanceOf(OperationOutcome.class, answer.getOperationOutcome());
            assertEquals("too-costly", outcome.getIssueFirstRep().getCode().toCode());
        }
    }
}
