package org.plainclaim.server.answers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.InterchangeContents;
import org.plainclaim.x12.acknowledgment.Acknowledging;
import org.plainclaim.x12.acknowledgment.AcknowledgmentWriter;
import org.plainclaim.x12.acknowledgment.Acknowledgments;

/** Writes the TA1 or 999 that is owed for a file of which something was refused. */
final class OwedAcknowledgment {
    private static final int LONGEST_ID = 15;

    private final AnswerFiles files;
    private final IntSupplier controls;
    private final Clock clock;

    OwedAcknowledgment(AnswerFiles files, IntSupplier controls, Clock clock) {
        this.files = files;
        this.controls = controls;
        this.clock = clock;
    }

    /**
     * Its bytes; empty if the file names nobody to answer.
     *
     * @param refused transactions whose syntax may be right, but of which nothing was applied
     */
    Optional<byte[]> of(String digest, Set<Controls> refused) throws IOException {
        List<InterchangeContents> interchanges;
        try (InputStream file = files.open(digest)) {
            interchanges = InterchangeContents.of(file);
        }
        Acknowledgments owed = RefusedTransactions.in(Acknowledging.of(() -> files.open(digest)), refused);
        if (interchanges.isEmpty() || !owed.readable() || owed.isEmpty()) {
            return Optional.empty();
        }
        InterchangeContents first = interchanges.get(0);
        Interchange envelope = new Interchange(
                harmless(first.receiver()),
                harmless(first.sender()),
                LocalDateTime.now(clock),
                controls.getAsInt(),
                first.production());
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
