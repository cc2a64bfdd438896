package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.claim.ClaimOracle;
import org.plainclaim.x12.claim.ReceivedClaims;
import org.springframework.jdbc.core.JdbcTemplate;

final class SubmitOperationTest {
    @ParameterizedTest
    @EnumSource
    void bringsTheClaimOfASessionIntoTheFolderOfThePartner(RunningServer server) throws Exception {
        Desk desk = new Desk(server);
        JsonNode claim = desk.derived("psychotherapy-office");
        JsonNode response = desk.taken(claim);
        String id = response.get("id").asText();
        assertEquals("active", response.get("status").asText());
        assertEquals("claim", response.get("use").asText());
        assertEquals(
                "Claim/" + claim.get("id").asText(),
                response.at("/request/reference").asText());
        assertEquals(response, desk.http().get("ClaimResponse/" + id).json());
        String number = Desk.number(response);
        String file = desk.file(number);
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, file));
        ReceivedClaims received = ReceivedClaims.checked(file);
        assertEquals(List.of(), received.faults());
        Submission read = Objects.requireNonNull(received.byId().get(number));
        assertEquals("90837", read.lines().get(0).procedure().code());
        assertEquals(Money.of("190"), read.heading().total());
        assertEquals("SRHP1", read.cover().payer().id());
        LoggedClaim logged = desk.log().claim(number).orElseThrow();
        assertEquals(read.lines().get(0).control(), logged.sent().lines().get(0).control());
        assertEquals("clearinghouse", logged.partner());
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameAnswerHoweverOftenItIsAsked(RunningServer server) throws Exception {
        Desk desk = new Desk(server);
        JsonNode claim = desk.derived("psychotherapy-office");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Set<String> numbers = new HashSet<>();
        try {
            Callable<JsonNode> call = () -> desk.taken(claim);
            for (Future<JsonNode> answer : threads.invokeAll(Collections.nCopies(6, call))) {
                numbers.add(Desk.number(answer.get()));
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, numbers.size());
        String number = numbers.iterator().next();
        desk.file(number);
        JsonNode again = desk.taken(claim);
        assertEquals(number, Desk.number(again));
        assertEquals("1", again.at("/meta/versionId").asText());
        assertEquals(1, desk.log().claimsOf("Claim/" + claim.get("id").asText()).size());
    }

    @ParameterizedTest
    @EnumSource
    void doesNotSendWhatAnEditHolds(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        ObjectNode item = (ObjectNode) claim.get("item").get(0);
        item.putObject("quantity").put("value", 0);
        ObjectNode changed = desk.put(claim);
        Answer answer = desk.submit(changed);
        assertEquals(200, answer.status(), answer::body);
        JsonNode response = answer.json();
        assertEquals("error", response.get("outcome").asText(), response.toString());
        JsonNode error = response.get("error").get(0);
        assertFalse(error.at("/code/coding/0/code").asText().isEmpty());
        assertEquals(
                response,
                desk.http().get("ClaimResponse/" + response.get("id").asText()).json());
        assertEquals(List.of(), desk.log().claimsOf(Desk.reference(changed)));
        JsonNode tasks = desk.http()
                .get("Task?focus=" + Desk.reference(changed) + "&status=ready")
                .json();
        assertTrue(tasks.get("total").asInt() > 0, "somebody has to do something");

        ((ObjectNode) changed.get("item").get(0)).putObject("quantity").put("value", 1);
        ObjectNode mended = desk.put(changed);
        desk.file(Desk.number(desk.taken(mended)));
        assertEquals(
                0,
                desk.http()
                        .get("Task?focus=" + Desk.reference(changed) + "&status=ready")
                        .json()
                        .get("total")
                        .asInt(),
                "nothing is left to do");
    }

    @ParameterizedTest
    @EnumSource
    void holdsAClaimWhosePayerHasNoPartner(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        desk.pay(claim, "NOWHERE");
        JsonNode response = desk.taken(claim);
        assertTrue(response.get("disposition").asText().startsWith("Held: No trading partner"), response.toString());
        assertEquals(
                Hold.NO_PARTNER,
                desk.log().claim(Desk.number(response)).orElseThrow().hold());
        JsonNode tasks = desk.http()
                .get("Task?focus=" + Desk.reference(claim) + "&status=ready")
                .json();
        assertEquals(1, tasks.get("total").asInt(), tasks.toString());
    }

    @ParameterizedTest
    @EnumSource
    void holdsAClaimThatNoFileCanCarryAndSaysSo(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        String number = Desk.number(desk.taken(claim));
        desk.http().post(Desk.reference(claim) + "/$hold", "");
        JdbcTemplate sql = new JdbcTemplate(server.part(DataSource.class));
        int changed = sql.update(
                "update plainclaim_submission set content = replace(content, '\"90837\"', '\"9~837\"')"
                        + " where claim_number = ? and state = 'HELD'",
                number);
        assertEquals(1, changed);
        desk.http().post(Desk.reference(claim) + "/$release", "");
        server.part(Dispatcher.class).run();
        assertEquals(Hold.UNWRITABLE, desk.log().claim(number).orElseThrow().hold());
        JsonNode tasks = desk.http()
                .get("Task?focus=" + Desk.reference(claim) + "&status=ready")
                .json();
        assertEquals(1, tasks.get("total").asInt(), tasks::toString);
        assertTrue(tasks.toString().contains("claim-not-writable"), tasks::toString);
    }

    @ParameterizedTest
    @EnumSource
    void whatKeepsAClaimBackIsDueByTheFilingLimitOfThePayer(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("medicare-video-home");
        desk.pay(claim, "NOWHERE");
        desk.taken(claim);
        JsonNode held = desk.http()
                .get("Task?focus=" + Desk.reference(claim) + "&status=ready")
                .json();
        assertEquals(1, held.get("total").asInt(), held.toString());
        due(claim, held.at("/entry/0/resource"));

        ((ObjectNode) claim.get("item").get(0)).putObject("quantity").put("value", 0);
        desk.submit(desk.put(claim));
        JsonNode refused = desk.http()
                .get("Task?focus=" + Desk.reference(claim) + "&status=ready")
                .json();
        assertTrue(refused.get("total").asInt() > 0, refused.toString());
        refused.get("entry").forEach(entry -> due(claim, entry.get("resource")));
    }

    private static void due(JsonNode claim, JsonNode task) {
        LocalDate served = LocalDate.parse(
                claim.at("/item/0/servicedPeriod/end").asText().isEmpty()
                        ? claim.at("/item/0/servicedDate").asText()
                        : claim.at("/item/0/servicedPeriod/end").asText().substring(0, 10));
        assertEquals(
                served.plusMonths(12).toString(),
                task.at("/restriction/period/end").asText(),
                task::toString);
        assertFalse(task.at("/performerType/0/coding/0/code").asText().isEmpty(), task::toString);
        assertFalse(task.at("/for/reference").asText().isEmpty(), task::toString);
        assertTrue(task.at("/input/0/valueMoney/value").isNumber(), task::toString);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatCanNotBeSubmitted(RunningServer server) {
        Desk desk = new Desk(server);
        assertEquals(404, desk.http().post("Claim/none/$submit", Desk.NOTHING).status());
        ObjectNode claim = desk.derived("psychotherapy-office");
        refused(desk, desk.put(claim.put("status", "draft")), "Claim.status");
        refused(desk, desk.put(claim.put("status", "cancelled")), "Claim.status");
        claim.put("status", "active").remove("meta");
        refused(desk, desk.put(claim.put("use", "predetermination")), "Claim.use");
        claim.put("use", "claim");
        ((ObjectNode) claim.at("/type/coding/0")).put("code", "pharmacy");
        refused(desk, desk.put(claim), "Claim.type");
        assertEquals(400, desk.http().post("Claim/$submit", Desk.NOTHING).status());
        assertEquals(
                400,
                desk.http()
                        .post("Claim/$submit", "{\"resourceType\":\"Patient\"}")
                        .status());
    }

    private static void refused(Desk desk, JsonNode claim, String element) {
        Answer answer = desk.submit(claim);
        assertEquals(422, answer.status(), answer::body);
        assertEquals(element, answer.json().at("/issue/0/expression/0").asText());
        assertFalse(answer.diagnostics().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void takesAClaimThatIsSentAlongOrReferredTo(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode derived = desk.derived("psychotherapy-office");
        ObjectNode sent = derived.deepCopy();
        desk.put(derived.put("status", "cancelled"));
        sent.remove(List.of("id", "meta"));
        ((ObjectNode) sent.get("identifier").get(0))
                .put("value", java.util.UUID.randomUUID().toString());
        Answer first = desk.http().post("Claim/$submit", sent.toString());
        assertEquals(200, first.status(), first::body);
        assertEquals("queued", first.json().get("outcome").asText(), first::body);
        String inParameters =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":" + sent + "}]}";
        assertEquals(
                first.json(), desk.http().post("Claim/$submit", inParameters).json());
        String inBundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":" + sent + "}]}";
        assertEquals(first.json(), desk.http().post("Claim/$submit", inBundle).json());
        String byReference =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"valueReference\":{\"reference\":\""
                        + first.json().at("/request/reference").asText() + "\"}}]}";
        assertEquals(
                first.json(), desk.http().post("Claim/$submit", byReference).json());
        desk.file(Desk.number(first.json()));
    }
}
