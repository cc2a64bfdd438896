package org.plainclaim.x12.acknowledgment;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.TransactionKind;

/** Reads 999 and TA1 files in memory that does not grow with the file. */
public final class AcknowledgmentReader implements SegmentFeed.Sink {
    private static final int NOTE_LENGTH = 3;

    private final AcknowledgmentListener listener;
    private final Faults faults = new Faults();
    private final Said said = new Said(faults);
    private String sender = "";
    private String interchange = "";
    private String group = "";
    private TransactionKind kind = TransactionKind.OTHER;
    private @Nullable GroupDraft open;

    private AcknowledgmentReader(AcknowledgmentListener listener) {
        this.listener = listener;
    }

    /** Makes of segments what a listener is told. */
    public static SegmentFeed.Sink sink(AcknowledgmentListener listener) {
        return new AcknowledgmentReader(listener);
    }

    /**
     * Hands over what the file says, and at the end of each 999 what is wrong with it.
     *
     * @throws IOException if the stream fails
     */
    public static void read(InputStream file, AcknowledgmentListener listener) throws IOException {
        SegmentFeed.read(file, new AcknowledgmentReader(listener));
    }

    @Override
    public void envelopeFault(long position, String message) {
        faults.add(InterchangeFault.Level.ENVELOPE, position, message);
    }

    @Override
    public void accept(String id, Said.Source segment, long position) {
        said.at(segment, position);
        switch (id) {
            case "ISA" -> {
                abandon();
                sender = said.text(6).strip();
                interchange = said.text(13);
            }
            case "TA1" -> interchangeAcknowledgment();
            case "GS" -> {
                abandon();
                group = said.text(6);
                kind = TransactionKind.ofGroup(said.text(1), said.text(8));
            }
            case "ST" -> begin();
            case "SE" -> end();
            case "GE", "IEA" -> abandon();
            default -> {
                if (open != null) {
                    open.take(id, said);
                }
            }
        }
    }

    private void interchangeAcknowledgment() {
        Disposition disposition = Disposition.of(said.text(4));
        String note = said.text(5);
        if (disposition == null || disposition == Disposition.PARTLY_ACCEPTED) {
            said.wrong(4, "has to say whether the interchange was taken");
        } else if (said.text(1).isEmpty()) {
            said.wrong(1, "has to name an interchange");
        } else if (note.length() != NOTE_LENGTH) {
            said.wrong(5, "has to be a note code");
        } else {
            listener.interchange(
                    new Controls(sender, interchange, "", ""),
                    new InterchangeAcknowledgment(said.text(1), said.text(2), said.text(3), disposition, note));
        }
    }

    private void begin() {
        abandon();
        if (!said.text(1).equals("999")) {
            return;
        }
        open = new GroupDraft(new Controls(sender, interchange, group, said.text(2)), listener);
        if (kind != TransactionKind.IMPLEMENTATION_ACKNOWLEDGMENT) {
            said.wrong("the version of the group is not that of a 999");
        }
    }

    private void abandon() {
        if (open != null) {
            envelopeFault(said.position(), "the transaction does not end with SE");
            end();
        }
    }

    private void end() {
        GroupDraft draft = open;
        if (draft != null) {
            draft.ends(said);
            open = null;
            listener.closed(draft.controls(), faults.kept());
            faults.clear();
        }
    }

    @Override
    public void finish(long position) {
        abandon();
        listener.ended(faults.kept());
        faults.clear();
    }
}
