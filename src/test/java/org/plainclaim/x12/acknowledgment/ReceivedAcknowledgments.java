package org.plainclaim.x12.acknowledgment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.InterchangeFault;

/** Keeps all that a reader of acknowledgments hands over. */
public final class ReceivedAcknowledgments implements AcknowledgmentListener {
    public final List<InterchangeAcknowledgment> interchanges = new ArrayList<>();
    public final List<TransactionAcknowledgment> transactions = new ArrayList<>();
    public final List<GroupAcknowledgment> groups = new ArrayList<>();
    public final List<InterchangeFault> faults = new ArrayList<>();
    final List<Controls> controls = new ArrayList<>();

    public static ReceivedAcknowledgments of(String text) throws IOException {
        ReceivedAcknowledgments received = new ReceivedAcknowledgments();
        AcknowledgmentReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), received);
        return received;
    }

    public static String text(Acknowledgments acknowledgments) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Interchange interchange = new Interchange("PRACTICE", "PAYER", LocalDateTime.of(2026, 3, 2, 10, 31), 12, true);
        AcknowledgmentWriter.write(file, interchange, acknowledgments);
        return file.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void interchange(Controls of, InterchangeAcknowledgment interchange) {
        controls.add(of);
        interchanges.add(interchange);
    }

    @Override
    public void transaction(Controls of, AcknowledgedGroup group, TransactionAcknowledgment transaction) {
        transactions.add(transaction);
    }

    @Override
    public void group(Controls of, GroupAcknowledgment group) {
        controls.add(of);
        groups.add(group);
    }

    @Override
    public void closed(Controls of, List<InterchangeFault> found) {
        faults.addAll(found);
    }

    @Override
    public void ended(List<InterchangeFault> found) {
        faults.addAll(found);
    }
}
