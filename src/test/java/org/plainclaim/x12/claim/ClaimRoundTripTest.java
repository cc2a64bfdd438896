package org.plainclaim.x12.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.GeneratedSubmissions;
import org.plainclaim.submission.Submission;

/** What is written and read again is the same; {@code -Dplainclaim.roundtrip=100000} for more claims. */
final class ClaimRoundTripTest {
    private static final int TRIES = 40;
    private static final int CLAIMS = Math.max(1, Integer.getInteger("plainclaim.roundtrip", 600) / TRIES);

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void readsTheClaimsThatWereWritten(@ForAll long seed, @ForAll Form form) {
        List<Submission> claims = new GeneratedSubmissions(seed).several(form, CLAIMS);
        ClaimFiles.Result result = ClaimFiles.written(claims);
        assertTrue(result.written().complete(), result.written().toString());
        ReceivedClaims received = ReceivedClaims.of(result.file());
        assertEquals(List.of(), received.faults());
        assertEquals(claims.size(), received.claims.size());
        Map<String, Submission> expected = new TreeMap<>();
        claims.forEach(claim -> expected.put(claim.heading().id(), claim));
        Map<String, Submission> read = received.byId();
        expected.forEach((id, claim) -> same(claim, read.get(id)));
        assertEquals(expected, read);
    }

    /** Part by part, so that a difference can be found. */
    private static void same(Submission written, @org.jspecify.annotations.Nullable Submission read) {
        assertEquals(written.heading(), java.util.Objects.requireNonNull(read).heading());
        assertEquals(written.stay(), read.stay());
        assertEquals(written.providers(), read.providers());
        assertEquals(written.others().toString(), read.others().toString());
        assertEquals(written.lines(), read.lines());
        assertEquals(written.diagnoses(), read.diagnoses());
    }
}
