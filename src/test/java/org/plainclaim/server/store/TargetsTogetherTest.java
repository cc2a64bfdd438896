package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.UUID;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** What is found at once of a new resource's references, and what is left to be looked for by itself. */
final class TargetsTogetherTest {
    private static final RequestPartitionId PRACTICE = RequestPartitionId.fromPartitionId(0);

    private final String id = "t-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void findsWhatStands(RunningServer server) {
        put(server.http(), "Patient/" + id);
        put(server.http(), "Practitioner/" + id);
        TransactionDetails transaction = created(server, "Patient/" + id, "Practitioner/" + id);
        assertTrue(found(transaction, "Patient/" + id));
        assertTrue(found(transaction, "Practitioner/" + id));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void leavesWhatWasDeletedNeverCameOrIsElsewhere(RunningServer server) {
        put(server.http(), "Practitioner/" + id);
        put(server.http(), "Patient/" + id);
        server.http().delete("Patient/" + id);
        TransactionDetails transaction = created(
                server,
                "Patient/" + id,
                "Practitioner/never-" + id,
                "https://elsewhere.example/fhir/Practitioner/" + id,
                "urn:uuid:" + UUID.randomUUID(),
                "#contained");
        assertFalse(found(transaction, "Patient/" + id), "deleted");
        assertFalse(found(transaction, "Practitioner/never-" + id), "never came");
        assertFalse(found(transaction, "Practitioner/" + id), "another server's");
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void asksNothingForOneAlone(RunningServer server) {
        put(server.http(), "Patient/" + id);
        assertFalse(found(created(server, "Patient/" + id), "Patient/" + id));
    }

    private static void put(FhirHttp http, String name) {
        String type = name.substring(0, name.indexOf('/'));
        var answer = http.put(
                name, "{\"resourceType\":\"" + type + "\",\"id\":\"" + name.substring(type.length() + 1) + "\"}");
        assertEquals(201, answer.status(), answer.body());
    }

    @SuppressWarnings("unchecked")
    private static TransactionDetails created(RunningServer server, String... targets) {
        Encounter encounter = new Encounter();
        for (String target : targets) {
            encounter.addParticipant().setIndividual(new Reference(target));
        }
        TransactionDetails transaction = new TransactionDetails();
        TargetsTogether together =
                new TargetsTogether(server.part(FhirContext.class), server.part(IIdHelperService.class));
        server.part(IHapiTransactionService.class)
                .withRequest(new SystemRequestDetails())
                .withRequestPartitionId(PRACTICE)
                .execute(() -> together.created(encounter, PRACTICE, transaction));
        return transaction;
    }

    private static boolean found(TransactionDetails transaction, String name) {
        return transaction.getResolvedResourceId(new IdType(name)) instanceof JpaPid;
    }
}
