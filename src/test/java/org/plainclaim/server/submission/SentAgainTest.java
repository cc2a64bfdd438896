package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** A claim that the payer never took in goes out again without a change; one that it took in does not. */
final class SentAgainTest {
    private static String control(String file) {
        return file.substring(90, 99);
    }

    /** The partner refuses the transaction of a file. */
    private static void refuse(Desk desk, String file) {
        String nine = control(file);
        long number = Long.parseLong(nine);
        String answer =
                "ISA*00*          *00*          *ZZ*CLEARHOUSE     *ZZ*LINDENST       *260303*0900*^*00501*" + nine
                        + "*0*T*:~GS*FA*CLEARHOUSE*LINDENST*20260303*0900*" + number + "*X*005010X231A1~"
                        + "ST*999*0001*005010X231A1~AK1*HC*" + number + "*005010X222A1~"
                        + "AK2*837*0001*005010X222A1~IK5*R*5~AK9*R*1*1*0~SE*6*0001~GE*1*" + number + "~IEA*1*" + nine
                        + "~";
        Answer posted = desk.http()
                .post(
                        "$process-x12",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"partner\",\"valueString\":"
                                + "\"clearinghouse\"},{\"name\":\"file\",\"valueBase64Binary\":\""
                                + Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.US_ASCII))
                                + "\"}]}");
        assertEquals(200, posted.status(), posted::body);
    }

    @ParameterizedTest
    @EnumSource
    void sendsARefusedClaimAgainUnchangedAndOnce(RunningServer server) throws Exception {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        JsonNode response = desk.taken(claim);
        String first = Desk.number(response);
        String before = desk.file(first);
        refuse(desk, before);
        assertEquals(ClaimState.REJECTED, desk.log().claim(first).orElseThrow().state());

        Set<JsonNode> answers = atOnce(desk, claim);
        assertEquals(1, answers.size(), "asked at once it goes out once");
        JsonNode again = answers.iterator().next();
        String second = Desk.number(again);
        assertNotEquals(first, second);
        assertNotEquals(response.get("id"), again.get("id"), "an answer of its own");
        String file = desk.file(second);
        assertTrue(file.contains("CLM*" + second + "*190***11:B:1*"), file);
        assertNotEquals(control(before), control(file));
        assertEquals("error", stored(desk, response).get("outcome").asText());

        refuse(desk, file);
        String third = Desk.number(desk.taken(claim));
        desk.file(third);
        assertEquals(3, Set.of(first, second, third).size());
        desk.log().move(third, ClaimState.ACCEPTED);
        assertEquals(third, Desk.number(desk.taken(claim)), "what was taken in is not sent again");
        assertEquals(
                List.of(third, second, first),
                desk.log().claimsOf(Desk.reference(claim)).stream()
                        .map(LoggedClaim::number)
                        .toList());
    }

    private static JsonNode stored(Desk desk, JsonNode response) {
        return desk.http().get("ClaimResponse/" + response.get("id").asText()).json();
    }

    private static Set<JsonNode> atOnce(Desk desk, ObjectNode claim) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Set<JsonNode> answers = new HashSet<>();
        try {
            Callable<JsonNode> call = () -> desk.taken(claim);
            for (Future<JsonNode> answer : threads.invokeAll(Collections.nCopies(4, call))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        return answers;
    }

    @ParameterizedTest
    @EnumSource
    void sendsARefusedReplacementAgainAsAReplacement(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        String first = Desk.number(desk.taken(claim));
        desk.file(first);
        desk.log().keepPayerNumber(first, "ICN7001");
        desk.log().move(first, ClaimState.ACCEPTED);
        ObjectNode changed = desk.put(claim.put("created", "2026-03-04"));
        String replacing = Desk.number(desk.taken(changed));
        refuse(desk, desk.file(replacing));
        String again = Desk.number(desk.taken(changed));
        assertNotEquals(replacing, again);
        String file = desk.file(again);
        assertTrue(file.contains("CLM*" + again + "*190***11:B:7*"), file);
        assertTrue(file.contains("REF*F8*ICN7001~"), file);
    }
}
