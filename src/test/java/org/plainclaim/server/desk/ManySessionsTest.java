package org.plainclaim.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/** The first page and the pages of lists with many sessions in the store; -Dplainclaim.desk.sessions=100000 for real. */
final class ManySessionsTest {
    private static final int SESSIONS = Integer.getInteger("plainclaim.desk.sessions", 600);
    private static final int A_DAY = 120;
    private static final int IN_ONE = 200;
    private static final int TRIES = 15;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** As in a practice that is at work: there were sessions yesterday. */
    private static LocalDate last() {
        return LocalDate.now(ZONE).minusDays(1);
    }

    /** What is asked for an idle machine; a busy one gets ten times as long, so that only real faults fail. */
    private static final Duration FIRST = Duration.ofMillis(Integer.getInteger("plainclaim.desk.first-ms", 3_000));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void theFirstPageAndTheNextOnesAreQuick() throws Exception {
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT", "0",
                "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:many",
                "PLAINCLAIM_TIME_ZONE", ZONE.getId())))) {
            fill(FhirHttp.at(server.baseUri()));
            Took first = took(server, "/");
            Took next = took(server, "/desk/sessions?day=" + last().minusDays(1) + "&offset=25");
            System.out.println("With " + SESSIONS + " sessions: first page " + first + ", a next page " + next);
            assertTrue(first.median().compareTo(FIRST) < 0, "first page took " + first);
            assertTrue(next.median().compareTo(FIRST) < 0, "next page took " + next);
        }
    }

    /** How long a page took: the median of all tries, and the mean of what both the server and the client used of the processor. */
    private record Took(Duration median, Duration processor) {
        @Override
        public String toString() {
            return median.toMillis() + " ms (" + processor.toMillis() + " ms of the processor)";
        }
    }

    private static Took took(PlainclaimServer server, String path) throws Exception {
        long[] nanos = new long[TRIES];
        long used = processor();
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            var page = HTTP.send(
                    HttpRequest.newBuilder(server.baseUri().resolve(path)).build(), BodyHandlers.ofString());
            nanos[i] = System.nanoTime() - start;
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("<tr id=\"s-"), "no sessions on " + path);
        }
        used = processor() - used;
        Arrays.sort(nanos);
        return new Took(Duration.ofNanos(nanos[TRIES / 2]), Duration.ofNanos(used / TRIES));
    }

    private static long processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static void fill(FhirHttp http) {
        for (int done = 0; done < SESSIONS; done += IN_ONE) {
            ObjectNode bundle = JsonNodeFactory.instance
                    .objectNode()
                    .put("resourceType", "Bundle")
                    .put("type", "transaction");
            for (int i = done; i < Math.min(SESSIONS, done + IN_ONE); i++) {
                if (i % A_DAY == 0) {
                    entry(bundle, "Patient", i).putArray("name").addObject().put("family", "Family " + i);
                }
                session(entry(bundle, "Encounter", i), i);
            }
            assertEquals(200, http.post("", bundle.toString()).status());
        }
    }

    private static ObjectNode entry(ObjectNode bundle, String type, int number) {
        ObjectNode entry = bundle.withArray("entry").addObject();
        ObjectNode resource =
                entry.putObject("resource").put("resourceType", type).put("id", "many-" + number);
        entry.putObject("request").put("method", "PUT").put("url", type + "/many-" + number);
        return resource;
    }

    private static void session(ObjectNode encounter, int number) {
        LocalDate day = last().minusDays(number / A_DAY);
        String hour = String.format("%02d", 8 + number % 10);
        encounter.put("status", "finished");
        encounter
                .putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "AMB");
        encounter.putObject("subject").put("reference", "Patient/many-" + number / A_DAY * A_DAY);
        encounter
                .putObject("period")
                .put("start", day + "T" + hour + ":00:00-04:00")
                .put("end", day + "T" + hour + ":50:00-04:00");
    }
}
