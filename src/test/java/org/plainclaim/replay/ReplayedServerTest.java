package org.plainclaim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.cli.Commands;
import org.plainclaim.cli.Console;
import org.plainclaim.fhir.ClaimWriter;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FreshServer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.bulk.Fetched;
import org.plainclaim.server.operation.Asked;
import org.plainclaim.server.operation.Copies;
import org.plainclaim.server.operation.Pushed;

/** What a server derives, what a replay of its export derives, and what a server derives that imported the export. */
final class ReplayedServerTest {
    private static final String SHARED = "Practitioner,PractitionerRole,Organization,Location,ChargeItemDefinition";

    /** Ids that only a server may give, and references to them. */
    private static final Pattern GIVEN =
            Pattern.compile("(\"(?:id|reference)\":\"(?:[A-Z][A-Za-z]+/)?)(\\d+(?:/_history/\\d+)?\")");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void derivesTheSameFromAnExportAndFromAnImport(RunningServer server) throws IOException {
        FhirHttp http = server.http();
        List<String> encounters = new ArrayList<>();
        Sessions.names().forEach(name -> encounters.add(Pushed.example(name).push(http)));
        // sessions among others of their patient: the same day, and years ago
        encounters.add(Copies.of(http, encounters.get(0), "2026-03-03T19:00:00-05:00", "2026-03-03T19:40:00-05:00"));
        encounters.add(Copies.of(http, encounters.get(5), "2024-05-06T10:00:00-05:00", "2024-05-06T10:20:00-05:00"));
        Map<String, JsonNode> answers = new HashMap<>();
        encounters.forEach(
                one -> answers.put("Encounter/" + one, Asked.derive(http, one).json()));
        List<String> patients = encounters.stream()
                .map(one -> http.get("Encounter/" + one)
                        .json()
                        .at("/subject/reference")
                        .asText())
                .map(reference -> reference.replace("Patient/", ""))
                .distinct()
                .toList();
        Fetched records = Fetched.ofPatients(http, patients);
        records.into(folder, "records");
        Fetched.get(http, "$export?_type=" + SHARED).into(folder, "shared");
        compare(answers);
        if (server == RunningServer.H2) {
            importsTheSame(records, patients);
        }
    }

    private void compare(Map<String, JsonNode> answers) {
        Sides sides = Sides.load(new ReplaySetup(
                RuleSource.named(RuleSource.SHIPPED, null), RuleSource.named(RuleSource.SHIPPED, null), null, null));
        List<List<byte[]>> all = ExportFolder.at(folder).records();
        Directory directory = Directory.of(all.get(0));
        Map<String, ClaimOutcome> replayed = new HashMap<>();
        for (List<byte[]> record : all.subList(1, all.size() - 1)) {
            PatientRecord patient = new PatientRecord(record, directory, sides.measures());
            new PatientReplay(sides, patient).each(pair -> replayed.put(pair.encounter(), pair.before()));
        }
        assertEquals(answers.keySet(), replayed.keySet());
        int lines = 0;
        for (Map.Entry<String, JsonNode> answer : answers.entrySet()) {
            ClaimOutcome outcome = Objects.requireNonNull(replayed.get(answer.getKey()));
            String standing = Billed.of(outcome).standing();
            assertEquals(Asked.status(answer.getValue()), standing.equals("elsewhere") ? "billed-elsewhere" : standing);
            List<JsonNode> served = new ArrayList<>();
            for (JsonNode claim : Asked.parameter(answer.getValue(), "claim")) {
                served.add(claim.get("resource"));
            }
            List<ObjectNode> here = outcome.ready() ? ClaimWriter.claims(outcome, LocalDate.EPOCH) : List.of();
            assertEquals(served.size(), here.size(), answer.getKey());
            for (int i = 0; i < here.size(); i++) {
                for (String part : List.of("item", "diagnosis", "careTeam", "provider", "insurance")) {
                    same(served.get(i).path(part), here.get(i).path(part), answer.getKey() + " " + part);
                }
            }
            lines += here.size();
        }
        assertTrue(lines > 10, "most of the sessions are ready");
    }

    /** Fails at the innermost place where they differ. */
    private static void same(JsonNode expected, JsonNode actual, String place) {
        if (!expected.isContainerNode() || !actual.isContainerNode() || expected.size() != actual.size()) {
            assertEquals(expected.asText(), actual.asText(), place);
            assertEquals(expected.toString(), actual.toString(), place);
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                same(expected.get(i), actual.path(i), place + "[" + i + "]");
            }
        } else {
            expected.properties()
                    .forEach(one -> same(one.getValue(), actual.path(one.getKey()), place + "." + one.getKey()));
        }
    }

    private void importsTheSame(Fetched records, List<String> patients) {
        try (FreshServer second = FreshServer.overH2()) {
            StringWriter said = new StringWriter();
            Console console = new Console(System.in, new PrintWriter(said), new PrintWriter(said), Clock.systemUTC());
            int exit = Commands.over(console, Map.of())
                    .execute(
                            "import",
                            "--from",
                            folder.toString(),
                            "--to",
                            second.base().toString());
            assertEquals(0, exit, said::toString);
            List<String> imported = patients.stream().map(id -> "i" + id).toList();
            Map<String, JsonNode> there =
                    new HashMap<>(Fetched.ofPatients(second.http(), imported).content());
            Map<String, JsonNode> here = new HashMap<>(records.content());
            here.values().removeIf(one -> one.path("resourceType").asText().equals("Task"));
            there.values().removeIf(one -> one.path("resourceType").asText().equals("Task"));
            assertEquals(here.size(), there.size());
            here.forEach((reference, json) -> {
                JsonNode found = there.get(reference.replaceFirst("/(\\d+)$", "/i$1"));
                String expected =
                        GIVEN.matcher(json.toString()).replaceAll("$1i$2").replace("\"meta\":{},", "");
                assertEquals(expected, String.valueOf(found).replace("\"meta\":{},", ""), reference);
            });
        }
    }
}
