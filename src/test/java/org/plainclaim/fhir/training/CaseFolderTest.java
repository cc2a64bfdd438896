package org.plainclaim.fhir.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.training.AnswerLine;
import org.plainclaim.training.Solver;
import org.plainclaim.training.TrainingCase;

/** A site's own folder of cases. */
final class CaseFolderTest {
    private static final DocumentationReader READER = DocumentationReader.load(TerminologyFolder.shipped());
    private static final RuleLibrary RULES = RuleLoader.load(TerminologyFolder.shipped());
    private static final String GOOD =
            """
            case: ours
            title: One of ours
            level: 2
            category: psychotherapy
            session: therapy.json
            change: Encounter.period.end = 2026-03-03T10:53:00-05:00
            question: Bill it,
              all of it.
            expect: 90837 x1 @11 ->1
            diagnoses: F41.1
            teach: It is long.
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSiteAddsCasesToThoseThatShip() throws IOException {
        Files.writeString(folder.resolve("ours.cases"), GOOD);
        CaseLibrary library = load();
        assertEquals(List.of(), library.faults());
        TrainingCase ours = library.find("ours").orElseThrow();
        assertEquals("Bill it, all of it.", ours.text().about().question());
        assertEquals(ours.text().expected(), new Solver(RULES).solve(ours).answer());
        assertTrue(library.cases().size() > 100);
    }

    @Test
    void aSiteBringsSessionsOfItsOwn() throws IOException {
        Path shipped = CaseFolder.shipped().resolve("sessions/crisis.json");
        Files.writeString(folder.resolve("our-crisis.json"), Files.readString(shipped));
        Files.writeString(
                folder.resolve("ours.cases"),
                GOOD.replace("therapy.json", "our-crisis.json").replace("10:53", "11:15"));
        TrainingCase ours = load().find("ours").orElseThrow();
        assertEquals(
                List.of("90839", "90840"),
                new Solver(RULES)
                        .solve(ours).answer().lines().stream()
                                .map(AnswerLine::code)
                                .toList());
    }

    @Test
    void everyFaultNamesItsFileAndLine() throws IOException {
        fault(GOOD.replace("level: 2", "level: 9"), 3, "'9' does not fit 'level'");
        fault(GOOD.replace("title: One of ours\n", ""), 1, "does not say its 'title'");
        fault(GOOD.replace("teach:", "tech:"), 11, "there is no key 'tech'");
        fault(GOOD.replace("teach: It is long.", "teach:"), 11, "nothing stands behind 'teach:'");
        fault(GOOD + "title: Another\n", 12, "'title' is said twice");
        fault(GOOD.replace("90837 x1", "9083 x1"), 9, "'9083 x1 @11 ->1' is no line");
        fault(GOOD + "hold: df02\n", 1, "either what it expects");
        fault(GOOD.replace("expect: 90837 x1 @11 ->1\n", ""), 1, "either what it expects");
        fault(GOOD.replace("therapy.json", "nowhere.json"), 1, "there is no session 'nowhere.json'");
        fault(GOOD.replace("Encounter.period.end =", "Encounter.period..end ="), 6, "leads to nothing");
        fault(GOOD.replace("Encounter.period.end =", "Immunization.status ="), 6, "leads to nothing");
        fault(GOOD.replace("2026-03-03T10:53:00-05:00", "{\"a\": }"), 6, "leads to nothing");
        fault(GOOD.replace("case: ours", "case: Ours"), 1, "'Ours' is no id");
        fault(GOOD.replace("case: ours\n", ""), 1, "A case begins with 'case: its-id'");
        fault(GOOD.replace("case: ours", "case: therapy-45"), 1, "'therapy-45' is the id of another case too");
        fault("  more\n" + GOOD, 1, "goes on with nothing");
        fault(GOOD.replace("diagnoses:", "remove: Coverage[7]\ndiagnoses:"), 10, "leads to nothing");
        fault(
                GOOD.replace("change: Encounter.period.end = 2026-03-03T10:53:00-05:00", "remove: Encounter"),
                1,
                "the session can not be read");
    }

    @Test
    void aFaultySessionNamesItsLine() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\n  \"resourceType\": \"Bundle\",\n  \"entry\": [}\n");
        var faults = load().faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).toString().contains("broken.json:3: "), faults::toString);
    }

    @Test
    void aFolderThatIsNotThereIsAFault() {
        CaseLibrary library = CaseFolder.load(folder.resolve("nowhere"), READER, RULES);
        assertEquals(1, library.faults().size());
        assertTrue(library.cases().size() > 100);
    }

    private void fault(String text, int line, String message) throws IOException {
        Files.writeString(folder.resolve("ours.cases"), text);
        List<String> faults = load().faults().stream().map(Object::toString).toList();
        assertTrue(
                faults.stream()
                        .anyMatch(fault -> fault.contains("ours.cases:" + line + ": ") && fault.contains(message)),
                () -> "line " + line + " " + message + " but was " + faults);
    }

    private CaseLibrary load() {
        return CaseFolder.load(folder, READER, RULES);
    }
}
