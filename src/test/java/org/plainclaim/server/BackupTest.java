package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.cli.audit.AuditCommand;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.store.StoredTypes;
import picocli.CommandLine;

/** The two recipes of the page "Running it": what was backed up is all there in a server that is started on it. */
final class BackupTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aDumpOfPostgreSqlTakenWhileTheServerRunsIsWhole() throws IOException, InterruptedException, SQLException {
        assumeTrue(hasPgDump(), "pg_dump is not installed: package postgresql-client; the recipe was not run");
        RunningServer running = RunningServer.POSTGRESQL;
        String claim = derived(running.http());
        HikariDataSource source = running.part(HikariDataSource.class);
        URI database = URI.create(source.getJdbcUrl().substring("jdbc:".length()));
        String server = "postgresql://postgres@" + database.getHost() + ":" + database.getPort() + "/";
        Path dump = folder.resolve("plainclaim.dump");

        run("pg_dump", "--format=custom", "--file=" + dump, server + "postgres");
        Map<String, Integer> counts = counts(running.http());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database restored");
        }
        run("pg_restore", "--no-owner", "--exit-on-error", "--dbname=" + server + "restored", dump.toString());

        String restored = source.getJdbcUrl().replaceFirst("/postgres\\b(?=\\?)", "/restored");
        try (PlainclaimServer second = PlainclaimServer.start(settings(restored))) {
            FhirHttp http = new FhirHttp(second.baseUri());
            assertEquals(counts, counts(http));
            assertEquals(
                    running.http().get(claim).json().path("item"),
                    http.get(claim).json().path("item"));
            assertEquals(
                    201, http.post("Patient", "{\"resourceType\":\"Patient\"}").status(), "it goes on");
        }
        trailIsWhole(restored);
    }

    @Test
    void aCopyOfTheFolderOfAStoppedServerIsWhole() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path copy = folder.resolve("copy");
        String claim;
        Map<String, Integer> counts;
        try (PlainclaimServer first = PlainclaimServer.start(settings("jdbc:h2:file:" + data.resolve("plainclaim")))) {
            FhirHttp http = new FhirHttp(first.baseUri());
            claim = derived(http);
            counts = counts(http);
        }
        copied(data, copy);
        String url = "jdbc:h2:file:" + copy.resolve("plainclaim");
        try (PlainclaimServer second = PlainclaimServer.start(settings(url))) {
            FhirHttp http = new FhirHttp(second.baseUri());
            assertEquals(counts, counts(http));
            assertEquals("active", http.get(claim).json().path("status").asText());
        }
        trailIsWhole(url);
    }

    private static ServerSettings settings(String url) {
        return ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                url,
                "PLAINCLAIM_DATABASE_POOL",
                "4",
                "PLAINCLAIM_THREADS",
                "16"));
    }

    /** A session pushed and its claim derived; the reference of the claim. */
    private static String derived(FhirHttp http) {
        var pushed = http.post("", Sessions.bundle("psychotherapy-office").toString());
        assertEquals(200, pushed.status(), pushed.body());
        for (JsonNode entry : pushed.json().path("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.contains("Encounter/")) {
                String encounter = location.replaceFirst(".*(Encounter/[^/]+).*", "$1");
                for (JsonNode part :
                        http.post(encounter + "/$derive-claim", NOTHING).json().path("parameter")) {
                    if (part.at("/resource/resourceType").asText().equals("Claim")) {
                        return "Claim/" + part.at("/resource/id").asText();
                    }
                }
            }
        }
        throw new AssertionError("no claim was derived");
    }

    private static Map<String, Integer> counts(FhirHttp http) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String type : StoredTypes.offeredNames()) {
            if (!type.equals("AuditEvent")) {
                counts.put(
                        type,
                        http.get(type + "?_summary=count").json().path("total").asInt(-1));
            }
        }
        assertTrue(counts.getOrDefault("Claim", 0) > 0, counts::toString);
        return counts;
    }

    private static void trailIsWhole(String url) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int exit =
                new CommandLine(new AuditCommand(out, out, Map.of("PLAINCLAIM_DATABASE_URL", url))).execute("verify");
        assertEquals(0, exit, said::toString);
    }

    private static void copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static boolean hasPgDump() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "pg_dump")));
    }

    private void run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> {
            try {
                return words + ": " + Files.readString(said, StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                return words + " failed";
            }
        });
    }
}
