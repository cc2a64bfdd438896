package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.cli.audit.AuditCommand;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.operation.Pushed;
import picocli.CommandLine;

/** A claim from its session to the partner, as a payer's audit gets to see it. */
final class AuditPacketTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private final StringWriter out = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aPacketIsWholeSignedAndFailsOnceItIsEdited() throws Exception {
        SigningKey key = SigningKey.make(folder.resolve("key.pem"));
        Map<String, String> settings = Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                "jdbc:h2:file:" + folder.resolve("db"),
                "PLAINCLAIM_AUDIT_KEY",
                folder.resolve("key.pem").toString(),
                "PLAINCLAIM_PARTNERS",
                partners());
        String claim;
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(settings))) {
            FhirHttp http = new FhirHttp(server.baseUri());
            claim = sent(http);
            packet(http, claim, key);
        }
        assertEquals(
                0,
                command(settings, "verify", "--key", folder.resolve("key.pem").toString()),
                out::toString);
        assertFalse(out.toString().contains("\n0 checkpoints are signed"), out::toString);
        replays(settings, claim);
    }

    private void packet(FhirHttp http, String claim, SigningKey key) throws IOException {
        Answer answer = http.get(claim + "/$audit-packet");
        assertEquals(200, answer.status(), answer::body);
        JsonNode bundle = answer.json();
        assertEquals("document", bundle.path("type").asText());
        assertEquals("Composition", bundle.at("/entry/0/resource/resourceType").asText());
        String text = bundle.at("/entry/0/resource").toString();
        for (String part : new String[] {"\"Rules and explanations\"", "837P", "Composition/", "trying-out", "SRHP1"}) {
            assertTrue(text.contains(part), part);
        }
        assertFalse(answer.body().contains("\"resourceType\":\"DocumentReference\""), "texts of notes stay here");
        Path file = Files.writeString(folder.resolve("packet.json"), answer.body());
        Path shared =
                Files.writeString(folder.resolve("public.pem"), key.shared().pem());
        assertEquals(0, command(Map.of(), "packet-verify", file.toString()), out::toString);
        assertEquals(0, command(Map.of(), "packet-verify", file.toString(), "--key", shared.toString()));
        SigningKey other = SigningKey.make(folder.resolve("other.pem"));
        Path strange =
                Files.writeString(folder.resolve("strange.pem"), other.shared().pem());
        assertEquals(1, command(Map.of(), "packet-verify", file.toString(), "--key", strange.toString()));
        String edited = answer.body().replaceFirst("\"90837\"", "\"90834\"");
        assertFalse(edited.equals(answer.body()));
        Files.writeString(file, edited);
        assertEquals(1, command(Map.of(), "packet-verify", file.toString()), out::toString);

        Answer page = http.get(claim + "/$audit-packet?readable=true");
        assertTrue(page.header("Content-Type").startsWith("text/html"), page.header("Content-Type"));
        assertTrue(page.body().contains("<h2>Who did what</h2>"), page::body);
        assertEquals(404, http.get("Claim/none/$audit-packet").status());
        assertEquals(400, http.get(claim + "/$audit-packet?readable=perhaps").status());
        assertEquals(
                422, RunningServer.H2.http().get("Claim/none/$audit-packet").status());
    }

    private void replays(Map<String, String> settings, String claim) {
        Map<String, String> database =
                Map.of("PLAINCLAIM_DATABASE_URL", String.valueOf(settings.get("PLAINCLAIM_DATABASE_URL")));
        assertEquals(0, command(database, "replay", claim), out::toString);
        assertTrue(out.toString().startsWith("same: " + claim + "/_history/1"), out::toString);
        assertEquals(
                0, command(database, "replay", folder.resolve("packet.json").toString()), out::toString);
        assertEquals(2, command(database, "replay", "Claim/none"), out::toString);
    }

    private String sent(FhirHttp http) throws IOException {
        http.post("", Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
        String encounter = Pushed.example("psychotherapy-office").push(http);
        Answer derived = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        String claim = "";
        for (JsonNode parameter : derived.json().path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                claim = "Claim/" + parameter.at("/resource/id").asText();
            }
        }
        assertEquals(200, http.post(claim + "/$submit", NOTHING).status());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!http.get("AuditEvent?entity=" + claim + "&subtype=sent").body().contains("\"sent\"")) {
            assertTrue(System.nanoTime() < deadline, "the claim was not sent");
        }
        return claim;
    }

    private String partners() throws IOException {
        return Files.writeString(
                        folder.resolve("partners.csv"),
                        "id,payers,address,sender,receiver,submitter,phone,production\n"
                                + "clearinghouse,SRHP1,folder:" + folder.resolve("out")
                                + ",LINDENST,CLEARHOUSE,LINDEN STREET,7175550114,no\n",
                        StandardCharsets.UTF_8)
                .toString();
    }

    private int command(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        PrintWriter printer = new PrintWriter(out);
        return new CommandLine(new AuditCommand(printer, printer, environment)).execute(arguments);
    }
}
