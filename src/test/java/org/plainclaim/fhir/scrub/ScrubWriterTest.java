package org.plainclaim.fhir.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.submission.SubmissionReader;
import org.plainclaim.scrub.ClaimScrub;
import org.plainclaim.scrub.ScrubContext;
import org.plainclaim.scrub.ScrubFinding;
import org.plainclaim.scrub.ScrubOutcome;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The answer is written by hand, and is what a JSON library would write. */
final class ScrubWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void writesTextsAsALibraryDoes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char one = 0; one < 0x300; one++) {
            all.append(one);
        }
        List<String> texts =
                List.of("", "plain", "a \"quoted\" back\\slash", "né", "\u20ac and \ud83d\ude00", all.toString());
        for (String text : texts) {
            assertEquals(JSON.writeValueAsString(text), new String(JsonBytes.quoted(text), UTF_8));
        }
    }

    @Test
    void writesWhatALibraryReadsAndWritesAgain() throws IOException, BadInput {
        byte[] answer = new ScrubWriter().write(outcome());
        assertEquals(JSON.readTree(answer).toString(), new String(answer, UTF_8));
    }

    @Test
    void writesTheSameTwice() throws IOException, BadInput {
        ScrubWriter writer = new ScrubWriter();
        ScrubOutcome outcome = outcome();
        assertEquals(new String(writer.write(outcome), UTF_8), new String(writer.write(outcome), UTF_8));
    }

    @Test
    void writesIssuesAsAllOperationsDo() throws IOException, BadInput {
        ScrubOutcome outcome = outcome();
        List<Finding> said = outcome.findings().stream()
                .map(ScrubFinding::finding)
                .filter(finding -> finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.NOT_CHECKED)
                .toList();
        JsonNode written = JSON.readTree(new ScrubWriter().write(outcome));
        assertTrue(said.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL), "one failed");
        assertEquals(IssueWriter.findings(said), written.at("/parameter/1/resource"), () -> written.toPrettyString());
    }

    /** An example claim, with nothing known around it. */
    private static ScrubOutcome outcome() throws IOException, BadInput {
        TerminologyFolder folder = TerminologyFolder.shipped();
        ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
        bundle.put("type", "collection")
                .putArray("entry")
                .addObject()
                .set(
                        "resource",
                        JSON.readTree(Path.of("fhir-profiles/examples/plainclaim-claim/valid-psychotherapy.json")
                                .toFile()));
        return new ClaimScrub(RuleLoader.load(folder))
                .scrub(
                        new SubmissionReader(DocumentationReader.load(folder).vocabulary())
                                .read(bundle, "1")
                                .submission(),
                        ScrubContext.of("Claim/1", LocalDate.of(2026, 11, 30)));
    }
}
