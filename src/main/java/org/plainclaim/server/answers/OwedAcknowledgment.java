package org.plainclaim.server.answers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.acknowledgment.AcknowledgmentWriter;
import org.plainclaim.x12.acknowledgment.Acknowledgments;

/** Writes the TA1 or 999 that is owed for a file of which something was refused. */
final class OwedAcknowledgment {
    private static final int LONGEST_ID = 15;

    private final IntSupplier controls;
    private final Clock clock;

    OwedAcknowledgment(IntSupplier controls, Clock clock) {
        this.controls = controls;
        this.clock = clock;
    }

    /**
     * Its bytes; empty if the file names nobody to answer.
     *
     * @param file the file, which was read twice
     * @param refused transactions whose syntax may be right, but of which nothing was applied
     */
    Optional<byte[]> of(FirstReading file, Set<Controls> refused) throws IOException {
        Acknowledgments owed = RefusedTransactions.in(file.review().acknowledgments(), refused);
        if (!owed.readable() || owed.isEmpty()) {
            return Optional.empty();
        }
        Interchange envelope = new Interchange(
                harmless(file.receiver()),
                harmless(file.sender()),
                LocalDateTime.now(clock),
                controls.getAsInt(),
                file.production());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AcknowledgmentWriter.write(bytes, envelope, owed);
        return Optional.of(bytes.toByteArray());
    }

    /** An id of a hostile file may have signs in it that would break ours. */
    private static String harmless(String id) {
        String kept = id.replaceAll("[^A-Za-z0-9 _.-]", "").strip();
        return kept.length() > LONGEST_ID ? kept.substring(0, LONGEST_ID) : kept;
    }
}
