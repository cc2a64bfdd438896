package org.plainclaim.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.scenario.ScenarioSession;

/** The three recipes of {@code terminology/README.md}, followed with nothing but rows. */
final class RecipesTest {
    private static final String END = ",2020-01-01,,a public source,2026-11-23,confirmed\n";
    private static final String HEAD = ",effective_from,effective_to,citation,verified_on,confidence\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void copyTheShippedFolder() throws IOException {
        CopiedFolder.shippedTo(folder);
    }

    @Test
    void aNewServiceWithADetailAndUnits() throws IOException {
        service();
        assertEquals(List.of("X1234 x 2"), lines("{service: equine-therapy, minutes: 40, details: {horse: pony}}"));
        assertEquals(List.of(), lines("{service: equine-therapy, minutes: 40, details: {horse: mule}}"));
    }

    @Test
    void aNewRuleThatReplacesAnotherFromADateOn() throws IOException {
        service();
        write(
                "edits/lines/equine",
                "rule,code,minutes,about,severity,message,fix",
                "equine-long,X1234,60..,length,hold,Too long.,Split it.");
        assertTrue(derive("{service: equine-therapy, minutes: 59, details: {horse: pony}}")
                .ready());
        assertTrue(!derive("{service: equine-therapy, minutes: 60, details: {horse: pony}}")
                .ready());
    }

    @Test
    void aNewPayerThatDiffersInOneRow() throws IOException {
        service();
        write("payers/acme/units", "rule,code,rounding,per", "units-equine,X1234,full,15");
        assertEquals(
                List.of("X1234 x 3"),
                lines("{service: equine-therapy, minutes: 50, details: {horse: pony}, payer: acme}"));
        assertEquals(List.of("X1234 x 2"), lines("{service: equine-therapy, minutes: 50, details: {horse: pony}}"));
    }

    private void service() throws IOException {
        write("codes/procedure-codes/equine", "rule,code,label", "code-x1234,X1234,Therapy with a horse");
        write(
                "codes/service-details/equine",
                "rule,detail,type,values,label",
                "detail-horse,horse,code,pony|mule,Which horse");
        write(
                "rules/services/equine",
                "rule,service,horse,code,because,severity,fix",
                "equine,equine-therapy,pony,X1234,{minutes} minutes with a pony.,,");
        write("rules/units/equine", "rule,code,rounding,per", "units-equine,X1234,full,20");
        write(
                "rules/who-may-bill/equine",
                "rule,code,credential,allowed,message,fix",
                "may-bill-equine,X1234,clinical-social-worker,yes,Yes.,");
    }

    private void write(String table, String columns, String row) throws IOException {
        Path file = folder.resolve(table + ".csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, columns + HEAD + row + END);
    }

    private ClaimOutcome derive(String scenario) throws IOException {
        JsonNode facts = new YAMLMapper().readTree(scenario);
        return new ClaimDerivation(RuleLoader.load(new TerminologyFolder(folder))).derive(ScenarioSession.of(facts));
    }

    private List<String> lines(String scenario) throws IOException {
        return derive(scenario).claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .map(line -> line.code().code() + " x " + line.units())
                .toList();
    }
}
