package org.plainclaim.server.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plainclaim.codes.Validity;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** The page of the terminology operations says what they do. */
final class TerminologyPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CALL = Pattern.compile("curl -s 'http://127\\.0\\.0\\.1:8080/fhir/([^']+)'");

    private final String page = read();

    private static String read() {
        try {
            return Files.readString(Path.of("src/site/markdown/operations/terminology.md"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private Set<String> firstCells(String header) {
        return page.substring(page.indexOf("\n| " + header + " |") + 1)
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.split("\\|", -1)[1].replace("`", "").strip())
                .collect(Collectors.toSet());
    }

    @Test
    void namesEveryParameterOfEveryOperation() {
        for (Operation operation :
                List.of(new ValidateCode(), new ValidateInSet(), new Lookup(), new Expand(), new Translate())) {
            String name = "`" + operation.type() + "/" + operation.name() + "`";
            String row = page.lines()
                    .filter(line -> line.startsWith("| " + name + " |"))
                    .findFirst()
                    .orElseThrow();
            Set<String> named = new HashSet<>();
            Matcher codes = CODE.matcher(row.substring(name.length() + 4));
            while (codes.find()) {
                named.add(codes.group(1));
            }
            assertTrue(operation.parameters().containsAll(named), () -> name + named);
            for (String parameter : operation.parameters()) {
                assertTrue(
                        named.contains(parameter) || page.contains("`" + parameter + "`"),
                        () -> name + " " + parameter);
            }
        }
    }

    @Test
    void namesEveryCause() {
        Set<String> causes = new HashSet<>(Set.of("not-in-value-set"));
        for (Validity validity : Validity.values()) {
            if (validity != Validity.VALID) {
                causes.add(Verdict.code(validity));
            }
        }
        assertEquals(causes, firstCells("cause"));
    }

    @Test
    void namesEveryStatus() {
        assertEquals(Set.of("400", "404", "405", "413", "422"), firstCells("status"));
    }

    @Test
    void namesEveryConceptMap() {
        Set<String> maps =
                new HashSet<>(RunningServer.H2.http().get("ConceptMap").matches());
        assertFalse(maps.isEmpty());
        assertEquals(maps, firstCells("map"));
    }

    @Test
    void everyCallOfThePageIsAnswered() {
        Matcher calls = CALL.matcher(page);
        int found = 0;
        while (calls.find()) {
            FhirHttp.Answer answer = RunningServer.H2.http().get(calls.group(1));
            assertEquals(200, answer.status(), () -> calls.group(1) + answer.body());
            assertFalse(answer.json().path("expansion").path("total").asInt(1) == 0, () -> calls.group(1));
            assertFalse(answer.body().contains("\"result\",\"valueBoolean\":false"), () -> calls.group(1));
            found++;
        }
        assertEquals(5, found);
    }

    @Test
    void theAnswerOfThePageIsTheAnswer() throws IOException {
        Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(json.find());
        JsonNode shown = new ObjectMapper().readTree(json.group(1));
        assertEquals(
                shown,
                RunningServer.H2
                        .http()
                        .get("CodeSystem/icd-10-cm/$validate-code?code=F32.A&date=2021-09-30")
                        .json());
    }
}
