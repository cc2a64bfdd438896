package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.cli.Commands;
import org.plainclaim.cli.Console;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.release.PublishedFiles;

/** A running server takes over what is loaded beside it, and takes it back. */
final class LoadedWhileServingTest {
    private static final Pattern DIGEST = Pattern.compile("\"release\",\\s*\"valueString\":\\s*\"([0-9a-f]{64})\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @Test
    void takesOverWithoutARestart() throws Exception {
        Map<String, String> environment = Map.of(
                "PLAINCLAIM_PORT", "0",
                "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:loaded",
                "PLAINCLAIM_DATABASE_POOL", "4",
                "PLAINCLAIM_THREADS", "16",
                "PLAINCLAIM_RELEASES", temp.resolve("releases").toString());
        Path pairs = PublishedFiles.pairs(temp.resolve("ccipra-v320r0-f1.txt"), "90837 96127 20260101 * 1");
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(environment))) {
            FhirHttp http = new FhirHttp(server.baseUri());
            String shipped = digest(http);
            assertEquals(200, http.get("../health/ready").status());
            assertTrue(stale(http).contains("ncci-pairs"), "stale, and ready all the same");
            assertTrue(http.get("../metrics").body().contains("plainclaim_release_stale{system=\"ncci-pairs\"} 1.0\n"));
            assertTrue(http.get("../metrics").header("Content-Type").startsWith("text/plain"));
            assertEquals(0, run(environment, "load", "ncci-pairs", pairs.toString(), "--effective", "2026-01-01"));
            String loaded = until(http, digest -> !digest.equals(shipped));
            assertNotEquals(shipped, loaded);
            assertEquals(0, run(environment, "load", "ncci-pairs", "--rollback"));
            assertEquals(shipped, until(http, shipped::equals));
        }
    }

    private static List<String> stale(FhirHttp http) {
        return StreamSupport.stream(
                        http.get("../health/ready").json().path("stale").spliterator(), false)
                .map(one -> one.path("system").asText())
                .toList();
    }

    /** The digest, asked again and again until it is what it should be. */
    private static String until(FhirHttp http, Predicate<String> reached) {
        Awaited.until("the release", () -> reached.test(digest(http)));
        return digest(http);
    }

    private static String digest(FhirHttp http) {
        String session = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"session\",\"resource\":"
                + Sessions.bundle("psychotherapy-office") + "}]}";
        FhirHttp.Answer answer = http.post("Encounter/$derive-claim", session);
        assertEquals(200, answer.status());
        Matcher release = DIGEST.matcher(answer.body());
        assertTrue(release.find(), answer.body());
        return release.group(1);
    }

    private static int run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(out), Clock.systemUTC());
        int code = Commands.over(console, environment).execute(arguments);
        assertEquals(0, code, out::toString);
        return code;
    }
}
