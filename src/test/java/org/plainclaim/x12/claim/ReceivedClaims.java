package org.plainclaim.x12.claim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.InterchangeFault;

/** Keeps all that a reader hands over. */
public final class ReceivedClaims implements ClaimListener {
    final List<ClaimHeader> headers = new ArrayList<>();
    final List<ReceivedClaim> claims = new ArrayList<>();
    final List<ClaimSummary> summaries = new ArrayList<>();
    List<InterchangeFault> envelope = List.of();

    static ReceivedClaims of(String text) {
        ReceivedClaims received = new ReceivedClaims();
        try {
            ClaimReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return received;
    }

    public static ReceivedClaims checked(String text) {
        ReceivedClaims received = new ReceivedClaims();
        try {
            ClaimReader.readChecked(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return received;
    }

    /** All faults, wherever. */
    public List<InterchangeFault> faults() {
        List<InterchangeFault> all = new ArrayList<>(envelope);
        summaries.forEach(summary -> all.addAll(summary.faults()));
        return all;
    }

    /** The claims by their ids. */
    public Map<String, Submission> byId() {
        Map<String, Submission> byId = new TreeMap<>();
        claims.forEach(claim -> byId.put(claim.submission().heading().id(), claim.submission()));
        return byId;
    }

    @Override
    public void opened(ClaimHeader header) {
        headers.add(header);
    }

    @Override
    public void claim(ReceivedClaim claim) {
        claims.add(claim);
    }

    @Override
    public void closed(ClaimSummary summary) {
        summaries.add(summary);
    }

    @Override
    public void ended(List<InterchangeFault> faults) {
        envelope = faults;
    }
}
