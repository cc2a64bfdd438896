package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.cli.Commands;
import org.plainclaim.cli.Console;
import org.plainclaim.cli.audit.AuditCommand;
import org.plainclaim.release.PublishedFiles;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.server.submission.Dispatcher;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.simulator.FolderPayer;
import picocli.CommandLine;

/** A claim from its session to the payment, as a payer's audit gets to see it. */
final class AuditPacketTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private final StringWriter out = new StringWriter();
    private final RunningServer server = RunningServer.POSTGRESQL;
    private final FhirHttp http = server.http();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aPacketIsWholeSignedAndFailsOnceItIsEdited() throws Exception {
        String claim = sent();
        answered(claim);
        packet(claim);
        assertEquals(
                0,
                command(database(), "verify", "--key", publicKey(RunningServer.auditKey(), "own.pem")),
                out::toString);
        assertFalse(out.toString().contains("\n0 checkpoints are signed"), out::toString);
        replays(claim);
        replaysWithItsReleaseOnceAnotherIsLoaded(claim);
        namesNoNoteThatIsKeptApartByNow(claim);
    }

    /** The rules go on; what was derived is derived again with those of its time. */
    private void replaysWithItsReleaseOnceAnotherIsLoaded(String claim) throws IOException {
        Map<String, String> later = new HashMap<>(database());
        later.put("PLAINCLAIM_RELEASES", folder.resolve("releases").toString());
        Path pairs = PublishedFiles.pairs(folder.resolve("ccipra-v320r0-f1.txt"), "90837 96127 20260101 * 1");
        PrintWriter printer = new PrintWriter(out);
        Console console = new Console(new ByteArrayInputStream(new byte[0]), printer, printer, Clock.systemUTC());
        assertEquals(
                0,
                Commands.over(console, later)
                        .execute("load", "ncci-pairs", pairs.toString(), "--effective", "2026-01-01"),
                out::toString);
        assertEquals(0, command(later, "replay", claim), out::toString);
        assertTrue(out.toString().startsWith("same: "), out::toString);
    }

    /** The label stands beside the content in the store, not in it. */
    private void namesNoNoteThatIsKeptApartByNow(String claim) {
        String encounter =
                http.get(claim).json().at("/item/0/encounter/0/reference").asText();
        ObjectNode note = (ObjectNode)
                http.get("Composition?encounter=" + encounter).json().at("/entry/0/resource");
        String row = "<td>Composition/" + note.path("id").asText() + "/_history/";
        assertTrue(http.get(claim + "/$audit-packet?readable=true").body().contains(row));
        note.withObject("/meta")
                .withArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "PSYTHPN");
        assertEquals(
                200,
                http.put("Composition/" + note.path("id").asText(), note.toString())
                        .status());
        assertFalse(http.get(claim + "/$audit-packet?readable=true").body().contains(row));
        assertFalse(http.get(claim + "/$audit-packet").body().contains(row.substring(4)), "nor in the Provenance");
    }

    private Map<String, String> database() {
        return Map.of(
                "PLAINCLAIM_DATABASE_URL", server.part(HikariDataSource.class).getJdbcUrl());
    }

    private String publicKey(Path key, String name) throws IOException {
        return Files.writeString(
                        folder.resolve(name), SigningKey.read(key).shared().pem())
                .toString();
    }

    private void packet(String claim) throws IOException {
        Answer answer = http.get(claim + "/$audit-packet");
        assertEquals(200, answer.status(), answer::body);
        JsonNode bundle = answer.json();
        assertEquals("document", bundle.path("type").asText());
        assertEquals("Composition", bundle.at("/entry/0/resource/resourceType").asText());
        String text = bundle.at("/entry/0/resource").toString();
        for (String part : List.of("\"Rules and explanations\"", "837P", "Composition/", "trying-out", "SRHP1")) {
            assertTrue(text.contains(part), part);
        }
        assertFalse(answer.body().contains("\"resourceType\":\"DocumentReference\""), "texts of notes stay here");
        passages(claim, bundle);
        Path file = Files.writeString(folder.resolve("packet.json"), answer.body());
        String shared = publicKey(RunningServer.auditKey(), "public.pem");
        assertEquals(0, command(Map.of(), "packet-verify", file.toString()), out::toString);
        assertEquals(0, command(Map.of(), "packet-verify", file.toString(), "--key", shared));
        SigningKey.make(folder.resolve("other.pem"));
        String strange = publicKey(folder.resolve("other.pem"), "strange.pem");
        assertEquals(1, command(Map.of(), "packet-verify", file.toString(), "--key", strange));
        String edited = answer.body().replaceFirst("\"90837\"", "\"90834\"");
        assertFalse(edited.equals(answer.body()));
        Path changed = Files.writeString(folder.resolve("edited.json"), edited);
        assertEquals(1, command(Map.of(), "packet-verify", changed.toString()), out::toString);

        Answer page = http.get(claim + "/$audit-packet?readable=true");
        assertTrue(page.header("Content-Type").startsWith("text/html"), page.header("Content-Type"));
        printed(page.body());
        assertTrue(page.body().contains("<h2>Who did what</h2>"), page::body);
        assertTrue(page.body().contains("<h2>Answers as they came</h2>"), page::body);
        assertEquals(404, http.get("Claim/none/$audit-packet").status());
        assertEquals(400, http.get(claim + "/$audit-packet?readable=perhaps").status());
    }

    /** {@code -Dplainclaim.packet.page=FILE} keeps the page, to look at it in a browser and on paper. */
    private static void printed(String page) throws IOException {
        String file = System.getProperty("plainclaim.packet.page", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), page);
        }
        for (String part : List.of("Put together at ", "@page", "thead", "overflow-wrap")) {
            assertTrue(page.contains(part), part);
        }
    }

    /** What the files of the payer say of the claim is in it, and what they say of another one is not. */
    private void passages(String claim, JsonNode bundle) {
        StringBuilder passages = new StringBuilder();
        bundle.path("entry").forEach(entry -> {
            JsonNode resource = entry.path("resource");
            if (resource.path("contentType").asText().equals("application/edi-x12")) {
                passages.append(new String(
                        Base64.getDecoder().decode(resource.path("data").asText()), StandardCharsets.UTF_8));
            }
        });
        String said = passages.toString();
        LoggedClaim logged = logged(claim);
        assertTrue(said.contains("ST*999") && said.contains("AK9*"), said);
        assertTrue(said.contains("ST*277") && said.contains("TRN*2*" + logged.number()), said);
        assertTrue(said.contains("ST*835") && said.contains("CLP*" + logged.number() + "*"), said);
        assertEquals(
                1,
                said.lines()
                        .filter(line -> line.startsWith("CLP*"))
                        .map(line -> line.split("\\*", -1)[1])
                        .distinct()
                        .count(),
                said);
    }

    private void replays(String claim) {
        assertEquals(0, command(database(), "replay", claim), out::toString);
        assertTrue(out.toString().startsWith("same: " + claim + "/_history/1"), out::toString);
        assertEquals(
                0, command(database(), "replay", folder.resolve("packet.json").toString()), out::toString);
        assertEquals(2, command(database(), "replay", "Claim/none"), out::toString);
    }

    private LoggedClaim logged(String claim) {
        return server.part(SubmissionLog.class).claimsOf(claim).get(0);
    }

    /** Two claims go, so that the payer's files are not about one alone. */
    private String sent() throws IOException {
        http.post("", Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
        String other = submitted();
        String claim = submitted();
        server.part(Dispatcher.class).run();
        assertTrue(logged(other).state().gone() && logged(claim).state().gone());
        return claim;
    }

    private String submitted() {
        String encounter = Pushed.example("psychotherapy-office").push(http);
        Answer derived = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        String claim = "";
        for (JsonNode parameter : derived.json().path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                claim = "Claim/" + parameter.at("/resource/id").asText();
            }
        }
        assertEquals(200, http.post(claim + "/$submit", NOTHING).status());
        return claim;
    }

    /** The simulated payer answers a copy of the file, and its answers come in. */
    private void answered(String claim) throws IOException {
        SubmissionLog log = server.part(SubmissionLog.class);
        byte[] file = log.content(log.interchangeOf(logged(claim)).orElseThrow());
        Path payer = Files.createDirectories(folder.resolve("payer"));
        Files.write(Files.createDirectories(payer.resolve("out")).resolve("claims.x12"), file);
        FolderPayer.at(payer, List.of()).answer();
        try (Stream<Path> answers = Files.list(payer.resolve("in"))) {
            for (Path answer : answers.sorted().toList()) {
                Answer taken = http.post(
                        "$process-x12",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"partner\",\"valueString\":"
                                + "\"clearinghouse\"},{\"name\":\"file\",\"valueBase64Binary\":\""
                                + Base64.getEncoder().encodeToString(Files.readAllBytes(answer)) + "\"}]}");
                assertEquals(200, taken.status(), taken::body);
            }
        }
    }

    private int command(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        PrintWriter printer = new PrintWriter(out);
        return new CommandLine(new AuditCommand(printer, printer, environment)).execute(arguments);
    }
}
