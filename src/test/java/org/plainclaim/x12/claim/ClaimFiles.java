package org.plainclaim.x12.claim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;

/** Files of claims for tests. */
final class ClaimFiles {
    static final Interchange INTERCHANGE =
            new Interchange("SENDER", "RECEIVER", LocalDateTime.of(2026, 11, 30, 9, 15), 905, false, 77, 41);
    static final Submitter SUBMITTER =
            new Submitter("PRACTICE SYSTEMS", "99999", "BILLING OFFICE", "8005551212", "A PAYER", "12345");

    private ClaimFiles() {}

    /** What became of the claims, and the file. */
    record Result(Written written, String file) {
        List<String> segments() {
            return Arrays.asList(file.split("~"));
        }

        /** Segments that begin so. */
        List<String> segments(String beginning) {
            return segments().stream()
                    .filter(segment -> segment.startsWith(beginning))
                    .toList();
        }
    }

    static Result written(List<Submission> claims) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            Written written = ClaimInterchangeWriter.write(file, INTERCHANGE, SUBMITTER, claims);
            return new Result(written, file.toString(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
