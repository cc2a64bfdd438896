package org.plainclaim.x12.remittance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.x12.InterchangeFault;

/** Keeps all that a reader hands over. */
final class Received implements RemittanceListener {
    final List<RemittanceHeader> headers = new ArrayList<>();
    final List<ClaimPayment> claims = new ArrayList<>();
    final List<RemittanceSummary> summaries = new ArrayList<>();
    List<InterchangeFault> envelope = List.of();

    static Received of(String text) throws IOException {
        Received received = new Received();
        RemittanceReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), received);
        return received;
    }

    static Received checked(String text) throws IOException {
        Received received = new Received();
        RemittanceReader.readChecked(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), received);
        return received;
    }

    static String text(Remittance... remittances) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RemittanceWriter.write(file, GeneratedRemittances.interchange(7), List.of(remittances));
        return file.toString(StandardCharsets.UTF_8);
    }

    List<InterchangeFault> faults() {
        return summaries.stream().flatMap(summary -> summary.faults().stream()).toList();
    }

    @Override
    public void opened(RemittanceHeader header) {
        headers.add(header);
    }

    @Override
    public void claim(ClaimPayment claim) {
        claims.add(claim);
    }

    @Override
    public void closed(RemittanceSummary summary) {
        summaries.add(summary);
    }

    @Override
    public void ended(List<InterchangeFault> faults) {
        envelope = faults;
    }
}
