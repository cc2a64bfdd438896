package org.plainclaim.fhir.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.submission.GeneratedSubmissions;
import org.plainclaim.submission.Submission;
import org.plainclaim.terminology.TerminologyFolder;

/** Nothing of a claim is lost in FHIR; {@code -Dplainclaim.roundtrip=100000} tries as many. */
final class RoundTripTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load(new TerminologyFolder(Path.of("terminology")));
    private static final SubmissionReader READER = new SubmissionReader(VOCABULARY);
    private static final SubmissionWriter WRITER = new SubmissionWriter(VOCABULARY);
    private static final int CLAIMS = Integer.getInteger("plainclaim.roundtrip", 300);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    /** FHIR knows the class of payer from its filing indicator; what the generator makes does not say it. */
    private static Submission read(Submission submission) throws BadInput {
        ObjectNode bundle = WRITER.write(submission, TODAY);
        // as text and back, so that numbers are as a store gives them
        ReadSubmission read = READER.read(Json.parse(bundle.toString()), "");
        assertEquals(List.of(), read.problems(), bundle::toPrettyString);
        return read.submission();
    }

    @Test
    void aSubmissionIsTheSameAfterFhir() throws BadInput {
        GeneratedSubmissions generated = new GeneratedSubmissions(20261130);
        for (int i = 0; i < CLAIMS; i++) {
            Submission claim = generated.next();
            Submission once = read(claim);
            assertEquals(Normal.of(Normal.withoutBooks(claim)), Normal.withoutBooks(once));
            assertEquals(once, read(once));
        }
    }
}
