package org.plainclaim.server.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.work.TaskWriter;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.work.Owner;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;

final class WorkQueueTest {
    private static WorkItem item(String claim, String money, String due) {
        return new WorkItem(
                "Claim/" + claim + "/scrub/e07",
                Owner.FRONT_DESK,
                "e07",
                "The payer wants an authorization and the claim has none.",
                "Ask the payer for one.",
                "Claim/" + claim,
                "Patient/p-" + claim,
                new BigDecimal(money),
                LocalDate.parse(due));
    }

    /** A Claim and its Patient, so that nothing has to stand in for them. */
    private static String someClaim(RunningServer server) {
        String id = "w" + UUID.randomUUID();
        FhirHttp http = server.http();
        assertEquals(
                201,
                http.put("Patient/p-" + id, "{\"resourceType\":\"Patient\",\"id\":\"p-" + id + "\"}")
                        .status());
        String claim = "{\"resourceType\":\"Claim\",\"id\":\"" + id
                + "\",\"status\":\"active\",\"patient\":{\"reference\":\"Patient/p-" + id + "\"}}";
        assertEquals(201, http.put("Claim/" + id, claim).status());
        return id;
    }

    private static WorkQueue queue(RunningServer server) {
        return server.server().part(WorkQueue.class);
    }

    private static ObjectNode task(FhirHttp http, WorkItem item) {
        Answer answer = http.get("Task/" + TaskWriter.id(item.key()));
        assertEquals(200, answer.status(), answer.body());
        return (ObjectNode) answer.json();
    }

    private static Answer put(FhirHttp http, JsonNode task) {
        return http.put("Task/" + task.get("id").asText(), task.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRaisedTwiceIsOneTaskInWordsOfFhir(RunningServer server) {
        FhirHttp http = server.http();
        WorkItem item = item(someClaim(server), "180.50", "2099-01-31");
        queue(server).raise(item);
        queue(server).raise(item);
        JsonNode task = task(http, item);
        assertEquals("1", task.at("/meta/versionId").asText());
        assertEquals("ready", task.get("status").asText());
        assertEquals("ready", task.at("/businessStatus/coding/0/code").asText());
        assertEquals("front-desk", task.at("/performerType/0/coding/0/code").asText());
        assertEquals("obtain-authorization", task.at("/code/coding/0/code").asText());
        assertEquals("e07", task.at("/reasonCode/coding/0/code").asText());
        assertEquals(item.focus(), task.at("/focus/reference").asText());
        assertEquals("2099-01-31", task.at("/restriction/period/end").asText());
        assertEquals("180.5", task.at("/input/0/valueMoney/value").asText());
        assertEquals("order", task.get("intent").asText());
        queue(server).raise(item(item.focus().substring(6), "90.00", "2099-01-31"));
        assertEquals(90.0, task(http, item).at("/input/0/valueMoney/value").asDouble());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByRoleDueDateMoneyReasonFocusAndPatient(RunningServer server) {
        FhirHttp http = server.http();
        String claim = someClaim(server);
        WorkItem early = item(claim, "200.00", "2098-01-31");
        WorkItem late = new WorkItem(
                "Claim/" + claim + "/scrub/s01",
                Owner.BILLER,
                "s01",
                "No NPI.",
                "Correct it.",
                early.focus(),
                early.patient(),
                new BigDecimal("80.00"),
                LocalDate.parse("2098-03-31"));
        queue(server).raise(late);
        queue(server).raise(early);
        String ours = "Task?patient=" + early.patient();
        String first = TaskWriter.id(early.key());
        String second = TaskWriter.id(late.key());
        assertEquals(List.of(first, second), http.get(ours + "&_sort=task-due").matches());
        assertEquals(List.of(second, first), http.get(ours + "&_sort=-task-due").matches());
        assertEquals(List.of(second), http.get(ours + "&performer=biller").matches());
        assertEquals(List.of(first), http.get(ours + "&task-due=lt2098-02-15").matches());
        assertEquals(List.of(first), http.get(ours + "&task-money=ge100").matches());
        assertEquals(List.of(second), http.get(ours + "&task-reason=s01").matches());
        assertEquals(
                List.of(first, second),
                http.get("Task?focus=" + early.focus() + "&status=ready&_sort=task-due")
                        .matches());
        queue(server).settle(early.key(), "It is there.");
        assertEquals(
                List.of(second),
                http.get(ours + "&status=ready,accepted,in-progress,on-hold").matches());
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhoDidWhatWhenAndWhy(RunningServer server) {
        FhirHttp http = server.http();
        WorkItem item = item(someClaim(server), "180.50", "2099-01-31");
        queue(server).raise(item);
        ObjectNode task = task(http, item);
        task.put("status", "accepted").putObject("owner").put("reference", "Practitioner/desk-1");
        ok(put(http, task));
        task = task(http, item);
        assertEquals("claimed", task.at("/businessStatus/coding/0/code").asText());
        task.put("status", "on-hold").putObject("statusReason").put("text", "the payer calls back");
        ok(put(http, task));
        ok(http.patch(
                "Task/" + task.get("id").asText(),
                "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"completed\"}]",
                "Content-Type",
                "application/json-patch+json"));
        queue(server).raise(item);
        queue(server).settle(item.key(), "An authorization is on file.");
        task = task(http, item);
        List<String> steps = new ArrayList<>();
        task.get("note").forEach(note -> {
            assertTrue(note.hasNonNull("time"));
            steps.add(note.path("authorString").asText()
                    + note.at("/authorReference/reference").asText() + " "
                    + note.get("text").asText());
        });
        assertEquals(
                List.of(
                        "Plainclaim ready: " + item.message(),
                        "Practitioner/desk-1 ready -> claimed",
                        "Practitioner/desk-1 claimed -> waiting: the payer calls back",
                        "Practitioner/desk-1 waiting -> done: the payer calls back",
                        "Plainclaim done -> ready: " + item.message(),
                        "Plainclaim ready -> settled: An authorization is on file."),
                steps);
        assertEquals("completed", task.get("status").asText());
        assertEquals("settled", task.at("/businessStatus/coding/0/code").asText());
        assertFalse(task.has("owner"));
        JsonNode history =
                http.get("Task/" + task.get("id").asText() + "/_history").json();
        assertEquals(6, history.get("total").asInt());
    }

    static void ok(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
    }

    @ParameterizedTest
    @EnumSource
    void refusesStepsThatMayNotBeMade(RunningServer server) {
        FhirHttp http = server.http();
        WorkItem item = item(someClaim(server), "180.50", "2099-01-31");
        queue(server).raise(item);
        ObjectNode task = task(http, item);
        refused(422, "Task.owner", put(http, task.deepCopy().put("status", "accepted")));
        refused(422, "Task.statusReason", put(http, task.deepCopy().put("status", "cancelled")));
        refused(422, "Task.status", put(http, task.deepCopy().put("status", "failed")));
        ObjectNode other = task.deepCopy();
        other.putObject("focus").put("reference", "Claim/another");
        refused(422, "Task.focus", put(http, other));
        ObjectNode forgetful = task.deepCopy();
        forgetful.remove("note");
        refused(422, "Task.note[0]", put(http, forgetful));
        ObjectNode nobody = task.deepCopy();
        nobody.remove("performerType");
        refused(422, "Task.performerType", put(http, nobody));
        refused(409, "Task", http.delete("Task/" + task.get("id").asText()));
        queue(server).settle(item.key(), "Gone.");
        ObjectNode settled = task(http, item);
        settled.put("status", "ready");
        refused(409, "Task.status", put(http, settled));
        refused(
                409,
                "Task.status",
                http.patch(
                        "Task/" + task.get("id").asText(),
                        "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"in-progress\"}]",
                        "Content-Type",
                        "application/json-patch+json"));
        ObjectNode made = task.deepCopy();
        made.remove(List.of("id", "meta"));
        refused(422, "Task.identifier", http.post("Task", made.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyTookIsNotTakenByAnother(RunningServer server) {
        FhirHttp http = server.http();
        WorkItem item = item(someClaim(server), "180.50", "2099-01-31");
        queue(server).raise(item);
        ObjectNode task = task(http, item);
        task.put("status", "accepted").putObject("owner").put("reference", "Practitioner/desk-1");
        ok(put(http, task));
        task.putObject("owner").put("reference", "Practitioner/desk-2");
        refused(409, "Task.owner", put(http, task));
        ObjectNode back = task(http, item).put("status", "ready");
        ok(put(http, back));
        assertFalse(task(http, item).has("owner"));
        ObjectNode handed = task(http, item);
        ((ObjectNode) handed.at("/performerType/0/coding/0")).put("code", "biller");
        ok(put(http, handed));
        queue(server).raise(item);
        assertEquals(
                "biller", task(http, item).at("/performerType/0/coding/0/code").asText());
    }

    private static void refused(int status, String element, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(element, answer.json().at("/issue/0/expression/0").asText(), answer.body());
        assertFalse(answer.diagnostics().isEmpty(), answer.body());
    }

    @ParameterizedTest
    @EnumSource
    void leavesTasksOfOthersAlone(RunningServer server) {
        FhirHttp http = server.http();
        String body = "{\"resourceType\":\"Task\",\"status\":\"draft\",\"intent\":\"plan\"}";
        String id = http.post("Task", body).json().get("id").asText();
        ok(http.put(
                "Task/" + id,
                "{\"resourceType\":\"Task\",\"id\":\"" + id + "\",\"status\":\"failed\",\"intent\":\"plan\"}"));
        assertEquals(200, http.delete("Task/" + id).status());
    }

    @ParameterizedTest
    @EnumSource
    void manyWhoRaiseTheSameAtOnceRaiseOne(RunningServer server) throws Exception {
        FhirHttp http = server.http();
        WorkQueue queue = queue(server);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                WorkItem item = item(someClaim(server), "180.50", "2099-01-31");
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<?>> raisers = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    boolean settles = i == 3;
                    raisers.add(threads.submit(() -> {
                        start.await();
                        queue.raise(item);
                        if (settles) {
                            queue.settle(item.key(), "Gone.");
                        }
                        return null;
                    }));
                }
                for (Future<?> raiser : raisers) {
                    raiser.get();
                }
                JsonNode found = http.get("Task?focus=" + item.focus()).json();
                assertEquals(1, found.get("total").asInt(), found.toString());
                JsonNode task = task(http, item);
                assertEquals(
                        task.at("/meta/versionId").asInt(), task.get("note").size());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
