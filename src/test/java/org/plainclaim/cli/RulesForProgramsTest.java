package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/** The command {@code rules} where a program or a spreadsheet reads its answer. */
final class RulesForProgramsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out), CLOCK);
        return Commands.over(console).execute(arguments);
    }

    private List<JsonNode> objects() throws BadInput {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            objects.add(Json.parse(line));
        }
        return objects;
    }

    private List<NamedCsvRecord> records() {
        return CsvReader.builder().ofNamedCsvRecord(out.toString()).stream().toList();
    }

    @Test
    void printsOneObjectARow() throws BadInput {
        assertEquals(0, run("rules", "--json", "--rule", "psychotherapy-53-and-more"));
        assertEquals(1, objects().size());
        JsonNode row = objects().get(0);
        assertEquals("base", row.get("payer").asText());
        assertEquals("2026-07-01", row.get("date").asText());
        assertEquals("rules/services", row.get("table").asText());
        assertEquals("53..", row.at("/conditions/minutes").asText());
        assertEquals("90837", row.at("/results/code").asText());
        assertEquals("2013-01-01", row.get("effective_from").asText());
        assertTrue(row.get("effective_to").isNull());
        assertEquals("confirmed", row.get("confidence").asText());
        assertEquals(64, row.get("digest").asText().length());
    }

    @Test
    void printsTheSameFieldsForEveryRow() throws BadInput {
        assertEquals(0, run("rules", "--json"));
        assertEquals(0, run("rules", "--json", "--payer", "medicare", "--differences"));
        assertEquals(0, run("rules", "--json", "--payer", "medicare", "--date", "2023-12-15", "--coming", "30"));
        Set<List<String>> fields = new HashSet<>();
        for (JsonNode row : objects()) {
            List<String> names = new ArrayList<>();
            row.fieldNames().forEachRemaining(names::add);
            fields.add(names);
        }
        assertEquals(1, fields.size(), fields::toString);
    }

    @Test
    void printsTheBaseRowThatIsReplaced() throws BadInput {
        String[] question = {"rules", "--json", "--payer", "medicare", "--differences", "--rule", "crisis-30-and-more"};
        assertEquals(0, run(question));
        JsonNode row = objects().get(0);
        assertEquals("replaced", row.get("difference").asText());
        assertEquals("2024-01-01", row.get("effective_from").asText());
        assertEquals("2013-01-01", row.at("/base/effective_from").asText());
        assertTrue(row.at("/base/conditions/place-of-service").isMissingNode());
    }

    @Test
    void printsTheWholeBookForASpreadsheet() throws BadInput {
        assertEquals(0, run("rules", "--json"));
        int rows = objects().size();
        out.getBuffer().setLength(0);
        assertEquals(0, run("rules", "--csv"));
        assertEquals(rows, records().size());
    }

    @Test
    void givesEveryColumnOfATableItsOwn() {
        assertEquals(0, run("rules", "--csv", "--table", "services"));
        assertTrue(out.toString().startsWith("payer,table,rule,difference,change,changes_on,service,minutes,"));
        NamedCsvRecord row = records().stream()
                .filter(each -> each.getField("rule").equals("psychotherapy-16-37"))
                .findFirst()
                .orElseThrow();
        assertEquals("16..37", row.getField("minutes"));
        assertEquals("90832", row.getField("code"));
        assertEquals("", row.getField("patient"));
        assertEquals("2013-01-01", row.getField("effective_from"));
        assertEquals("", row.getField("effective_to"));
        assertTrue(row.getField("because").contains(", and no E/M service"));
    }

    @Test
    void marksDifferencesAndChangesInASpreadsheet() {
        assertEquals(0, run("rules", "--csv", "--payer", "medicare", "--differences", "--table", "modifiers"));
        assertTrue(
                records().stream().anyMatch(each -> each.getField("difference").equals("removed")));
        out.getBuffer().setLength(0);
        assertEquals(
                0,
                run(
                        "rules",
                        "--csv",
                        "--code",
                        "90839",
                        "--payer",
                        "medicare",
                        "--date",
                        "2023-12-31",
                        "--coming",
                        "1"));
        assertEquals("ends", records().get(0).getField("change"));
        assertEquals("2023-12-31", records().get(0).getField("changes_on"));
        assertEquals("starts", records().get(records().size() - 1).getField("change"));
    }
}
