package org.plainclaim.fhir.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.GeneratedSubmissions;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.claim.ClaimHeader;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.ClaimListener;
import org.plainclaim.x12.claim.ClaimReader;
import org.plainclaim.x12.claim.ClaimSummary;
import org.plainclaim.x12.claim.ReceivedClaim;
import org.plainclaim.x12.claim.Submitter;
import org.plainclaim.x12.claim.Written;

/** Nothing of a claim is lost in FHIR, nor on the way to the payer; {@code -Dplainclaim.roundtrip=100000} tries as many. */
final class RoundTripTest {
    private static final SubmissionReader READER = new SubmissionReader(Ehr.VOCABULARY);
    private static final SubmissionWriter WRITER = new SubmissionWriter(Ehr.VOCABULARY);
    private static final int CLAIMS = Integer.getInteger("plainclaim.roundtrip", 400);
    private static final int TOGETHER = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    /** As text and back, so that everything is as a store gives it. */
    private static Submission read(ObjectNode bundle) throws BadInput {
        ReadSubmission read = READER.read(Json.parse(bundle.toString()), "");
        assertEquals(List.of(), read.problems(), bundle::toPrettyString);
        return read.submission();
    }

    @ParameterizedTest
    @EnumSource
    void aSubmissionIsTheSameAfterFhir(Form form) throws BadInput {
        GeneratedSubmissions generated = new GeneratedSubmissions(20261130);
        for (int i = 0; i < CLAIMS / 2; i++) {
            Submission claim = form == Form.PROFESSIONAL ? generated.professional() : generated.institutional();
            ObjectNode fhir = WRITER.write(claim, TODAY);
            Submission once = read(fhir);
            assertEquals(Normal.of(Normal.withoutBooks(claim)), Normal.withoutBooks(once));
            assertEquals(once, read(WRITER.write(once, TODAY)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFhirClaimIsTheSameAfterAn837(Form form) throws BadInput, IOException {
        GeneratedSubmissions generated = new GeneratedSubmissions(837);
        for (int done = 0; done < CLAIMS / 2; done += TOGETHER) {
            Map<String, ObjectNode> fhir = new TreeMap<>();
            List<Submission> claims = new ArrayList<>();
            for (Submission made : generated.several(form, TOGETHER)) {
                ObjectNode bundle = WRITER.write(Normal.of(made), TODAY);
                fhir.put(made.heading().id(), bundle);
                claims.add(read(bundle));
            }
            List<Submission> received = received(claims);
            assertEquals(claims.size(), received.size());
            for (Submission claim : received) {
                assertEquals(fhir.get(claim.heading().id()), WRITER.write(claim, TODAY));
            }
        }
    }

    /** The claims as a payer gets them. */
    private static List<Submission> received(List<Submission> claims) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Interchange interchange =
                new Interchange("SENDER", "RECEIVER", LocalDateTime.of(2026, 11, 30, 9, 15), 905, false, 77, 41);
        Submitter submitter =
                new Submitter("PRACTICE SYSTEMS", "99999", "BILLING OFFICE", "8005551212", "A PAYER", "12345");
        Written written = ClaimInterchangeWriter.write(file, interchange, submitter, claims);
        assertTrue(written.complete(), written::toString);
        List<Submission> received = new ArrayList<>();
        ClaimReader.read(new ByteArrayInputStream(file.toByteArray()), new ClaimListener() {
            @Override
            public void opened(ClaimHeader header) {
                // nothing to compare
            }

            @Override
            public void claim(ReceivedClaim claim) {
                assertEquals(List.of(), claim.faults());
                received.add(claim.submission());
            }

            @Override
            public void closed(ClaimSummary summary) {
                assertEquals(List.of(), summary.faults());
            }

            @Override
            public void ended(List<InterchangeFault> faults) {
                assertEquals(List.of(), faults);
            }
        });
        return received;
    }
}
