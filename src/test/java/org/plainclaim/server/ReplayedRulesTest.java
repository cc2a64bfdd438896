package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.cli.audit.AuditCommand;
import org.plainclaim.server.fault.ServerProcess;
import org.plainclaim.server.operation.Pushed;
import picocli.CommandLine;

/** A claim that an earlier program derived, with rules that do not ship any more, is derived again with those rules. */
final class ReplayedRulesTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void onlyTheRulesOfItsTimeDeriveItAgain() throws IOException, SQLException {
        Path then = rules("then", " (as it was)");
        Path other = rules("other", " (as it never was)");
        String url = "jdbc:h2:file:" + folder.resolve("data");
        Map<String, String> environment = Map.of("PLAINCLAIM_DATABASE_URL", url);
        String claim;
        try (ServerProcess server = ServerProcess.ofAnotherTime(folder, environment, folder.resolve("then"))) {
            claim = derived(server.http());
        }
        assertEquals(2, replay(environment, claim), this::said);
        assertTrue(said().contains("no rule book at hand is or was that one"), this::said);
        assertTrue(said().contains("--rules"), this::said);
        assertEquals(2, replay(environment, claim, "--rules", other.toString()), this::said);
        assertTrue(said().startsWith("not-checked: " + claim + "/_history/1: "), this::said);
        assertEquals(0, replay(environment, claim, "--rules", other.toString(), "--rules", then.toString()));
        assertTrue(said().startsWith("same: " + claim + "/_history/1: "), this::said);

        edited(url, claim);
        assertEquals(1, replay(environment, claim, "--rules", then.toString()), this::said);
        assertTrue(said().startsWith("different: " + claim + "/_history/1: other lines"), this::said);
    }

    /** What ships, but that the source of rules has other words. */
    private Path rules(String name, String more) throws IOException {
        Path from = Path.of("terminology");
        Path to = folder.resolve(name).resolve("terminology");
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
        }
        Path services = to.resolve("rules/services/psychotherapy.csv");
        String before = Files.readString(services);
        String after = before.replace("Novitas psychotherapy time article", "Novitas article" + more);
        assertFalse(after.equals(before), "nothing to change in " + services);
        Files.writeString(services, after);
        return to;
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String derived(FhirHttp http) {
        String encounter = Pushed.example("psychotherapy-office").push(http);
        FhirHttp.Answer answer =
                http.post("Encounter/" + encounter + "/$derive-claim", "{\"resourceType\":\"Parameters\"}");
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                return "Claim/" + parameter.at("/resource/id").asText();
            }
        }
        throw new AssertionError(answer.body());
    }

    /** As nobody can over FHIR: the stored version itself has another code. */
    private static void edited(String url, String claim) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "plainclaim", "");
                Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate(
                    "update hfj_res_ver v set res_text_vc = replace(res_text_vc, '\"90837\"', '\"90834\"')"
                            + " where res_type = 'Claim' and res_text_vc like '%\"90837\"%'");
            assertEquals(1, changed, claim);
        }
    }

    private String said() {
        return out.toString();
    }

    private int replay(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        PrintWriter printer = new PrintWriter(out);
        String[] all = Stream.concat(Stream.of("replay"), Stream.of(arguments)).toArray(String[]::new);
        return new CommandLine(new AuditCommand(printer, printer, environment)).execute(all);
    }
}
