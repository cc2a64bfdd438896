package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Sessions;

final class CommandsTest {
    private static final String FOLDER = "fhir-profiles/examples/sessions";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int run(String input, String... arguments) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Console console = new Console(in, new PrintWriter(out), new PrintWriter(err), CLOCK);
        return Commands.over(console).execute(arguments);
    }

    private static String example(String name) {
        return Sessions.bundle(name).toString();
    }

    @Test
    void saysReadyWithLinesAndReasons() {
        assertEquals(0, run("", "derive", FOLDER + "/psychotherapy-office.json"));
        assertTrue(out.toString().contains("psychotherapy-office.json: READY"), out.toString());
        assertTrue(out.toString().contains("90837  units 1  place 11"), out.toString());
        assertTrue(out.toString().contains("Not checked: "), out.toString());
    }

    @Test
    void saysHeldWithWhatToDo() {
        assertEquals(1, run("", "derive", FOLDER + "/no-stop-time.json"));
        assertTrue(out.toString().contains("HELD"));
        assertTrue(out.toString().contains("To do: "));
    }

    @Test
    void derivesEveryLineOfStandardInputAndGoesOnAfterABrokenOne() {
        String input = example("psychotherapy-office") + "\n\n{\"resourceType\":}\n" + example("no-stop-time") + "\n";
        assertEquals(2, run(input, "derive", "-"));
        assertTrue(err.toString().startsWith("standard input:3: "), err.toString());
        assertTrue(out.toString().contains("standard input:1: READY"));
        assertTrue(out.toString().contains("standard input:4: HELD"));
    }

    @Test
    void takesOneDocumentOverManyLines() {
        assertEquals(0, run("\n" + Sessions.bundle("psychotherapy-office").toPrettyString(), "derive", "-"));
    }

    @Test
    void printsOneResourceALineForPrograms() throws BadInput {
        String input = example("psychotherapy-office") + "\n{\"a\":1}\n";
        assertEquals(2, run(input, "derive", "--json", "-"));
        List<String> lines = out.toString().lines().toList();
        assertEquals(2, lines.size());
        JsonNode answer = Json.parse(lines.get(0));
        assertEquals("Parameters", answer.get("resourceType").asText());
        assertEquals("2026-07-01", answer.at("/parameter/1/resource/created").asText());
        assertEquals(
                "OperationOutcome", Json.parse(lines.get(1)).get("resourceType").asText());
    }

    /** A labelled note is in no form of the answer. */
    @Test
    void printsNothingOfAPsychotherapyNote() throws BadInput {
        String note =
                "{\"resource\":{\"resourceType\":\"DocumentReference\",\"status\":\"current\",\"docStatus\":\"final\","
                        + "\"type\":{\"text\":\"Psychotherapy notes: Xylotheque\"},\"description\":\"Xylotheque\","
                        + "\"context\":{\"encounter\":[{\"reference\":\"ENCOUNTER\"}]},"
                        + "\"content\":[{\"attachment\":{\"contentType\":\"text/plain\",\"data\":\"WHlsb3RoZXF1ZQ==\"}}]}}";
        var session = Sessions.bundle("psychotherapy-office");
        for (JsonNode entry : session.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Encounter")) {
                note = note.replace("ENCOUNTER", entry.get("fullUrl").asText());
            }
        }
        session.withArray("entry").add(Json.parse(note));
        assertEquals(0, run(session.toString(), "derive", "-"));
        assertEquals(0, run(session.toString(), "derive", "--json", "-"));
        assertTrue(out.toString().contains("psychotherapy-note-skipped"), out.toString());
        assertFalse(out.toString().contains("Xylotheque") || out.toString().contains("WHlsb3"), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void namesTheLineOfTheFault() throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\n  \"resourceType\": \"Bundle\",\n  oops\n}\n");
        assertEquals(2, run("", "derive", file.toString()));
        assertTrue(err.toString().startsWith(file + ":3: "), err.toString());
    }

    @Test
    void reportsMissingAndEmptyInputAndGoesOn() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "\n");
        String office = FOLDER + "/psychotherapy-office.json";
        assertEquals(2, run("", "derive", "no-such-file.json", empty.toString(), office));
        assertEquals(2, err.toString().lines().count());
        assertTrue(out.toString().contains("READY"));
    }

    @Test
    void derivesEveryJsonFileOfAFolder() {
        assertEquals(1, run("", "derive", FOLDER));
        assertEquals(
                Sessions.names().size(),
                out.toString().lines().filter(line -> line.startsWith(FOLDER)).count());
    }

    @Test
    void refusesACoverageThatThePatientDoesNotHave() {
        assertEquals(2, run(example("psychotherapy-office"), "derive", "--coverage", "Coverage/none", "-"));
    }

    @Test
    void refusesAnUnknownZoneAndAMissingFile() {
        assertEquals(2, run("", "derive", "--zone", "Mars", "-"));
        assertEquals(2, run("", "derive"));
    }
}
