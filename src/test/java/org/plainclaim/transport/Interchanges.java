package org.plainclaim.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.SegmentOutput;

/** Files to send to and fro. */
final class Interchanges {
    private Interchanges() {}

    /** An interchange of at least that many bytes; each seed has other bytes. */
    static byte[] of(int size, int seed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Interchange interchange = new Interchange("US", "THEM", LocalDateTime.of(2026, 1, 5, 9, 30), 905 + seed, false);
        SegmentOutput output = new SegmentOutput(file, interchange, "HC", "005010X222A1");
        output.begin("837", "005010X222A1");
        String filler = "0123456789".repeat(8);
        for (int written = 0; written < size; written += 90) {
            output.segment("NTE", "ADD", filler);
        }
        output.end();
        output.close();
        return file.toString(StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
    }
}
