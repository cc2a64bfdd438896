package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.submission.SubmissionWriter;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.submission.GeneratedSubmissions;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Submission;
import org.plainclaim.terminology.TerminologyFolder;

/** A claim that came as an 837 from elsewhere is stored by one transaction, and gathered as it came. */
final class ImportedClaimTest {
    private static final RunningServer SERVER = RunningServer.H2;
    private static final FhirHttp HTTP = SERVER.http();
    private static final SubmissionWriter WRITER = new SubmissionWriter(Vocabulary.load(TerminologyFolder.shipped()));

    private static String stored(ObjectNode bundle) {
        FhirHttp.Answer answer = HTTP.post("", bundle.toString());
        assertEquals(200, answer.status(), answer::body);
        for (JsonNode entry : answer.json().get("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.contains("Claim/")) {
                return location.replaceAll(".*Claim/([^/]+).*", "$1");
            }
        }
        throw new AssertionError(answer.body());
    }

    @Test
    void itIsTheSameAfterTheStore() {
        for (int seed = 1; seed <= 8; seed++) {
            Submission sent = new GeneratedSubmissions(1000 + seed).next();
            ObjectNode bundle = WRITER.write(sent, LocalDate.of(2026, 11, 30));
            String id = stored(bundle);
            GatheredClaim found = SERVER.part(ClaimGathering.class).stored(id);
            assertEquals(List.of(), found.problems());
            Submission claim = found.submission();
            assertEquals(sent.heading(), claim.heading());
            assertEquals(sent.stay(), claim.stay());
            assertEquals(sent.patient(), claim.patient());
            assertEquals(sent.diagnoses(), claim.diagnoses());
            assertEquals(sent.cover().subscriber(), claim.cover().subscriber());
            assertEquals(sent.lines().size(), claim.lines().size());
            for (int i = 0; i < sent.lines().size(); i++) {
                assertEquals(
                        sent.lines().get(i).decisions(), claim.lines().get(i).decisions());
                assertEquals(sent.lines().get(i).control(), claim.lines().get(i).control());
            }
            assertEquals(
                    sent.others().stream().map(OtherCover::decision).toList(),
                    claim.others().stream().map(OtherCover::decision).toList());
            assertEquals(id, stored(bundle), "the same again is not stored twice");
        }
    }
}
