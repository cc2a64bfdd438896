package org.plainclaim.x12.claim;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.SegmentOutput;

/** Writes files of claims: a method for each loop, in the order of the implementation guides. */
public final class ClaimInterchangeWriter {
    /** How many claims the guides want in one transaction at most. */
    public static final int CLAIMS_IN_A_TRANSACTION = 5_000;

    private final SegmentOutput out;
    private final Interchange interchange;
    private final Submitter submitter;
    private final String version;

    private ClaimInterchangeWriter(SegmentOutput out, Interchange interchange, Submitter submitter, String version) {
        this.out = out;
        this.interchange = interchange;
        this.submitter = submitter;
        this.version = version;
    }

    /** Version of the guide of a form, as it stands in GS08 and ST03. */
    public static String version(Form form) {
        return form == Form.PROFESSIONAL ? "005010X222A1" : "005010X223A2";
    }

    /**
     * Writes one interchange with one group, and in it a transaction for each 5,000 claims. All claims have one form. Of a
     * claim that lacks something nothing is written; if no claim is left, or if the envelope is wrong, there is no file.
     *
     * @throws IOException if the file can not be written
     */
    public static Written write(
            OutputStream file, Interchange interchange, Submitter submitter, List<Submission> claims)
            throws IOException {
        List<ClaimFault> faults = Sending.faults(interchange, submitter, claims.size());
        WrittenDraft draft = new WrittenDraft(interchange, claims);
        if (!faults.isEmpty() || claims.isEmpty()) {
            return draft.nothing(faults);
        }
        Form form = claims.get(0).heading().form();
        try {
            ClaimInterchangeWriter writer = null;
            for (List<ClaimText> part = draft.next(form); !part.isEmpty(); part = draft.next(form)) {
                if (writer == null) {
                    SegmentOutput out = new SegmentOutput(file, interchange, "HC", version(form));
                    writer = new ClaimInterchangeWriter(out, interchange, submitter, version(form));
                }
                writer.transaction(draft.transaction(), part);
            }
            if (writer != null) {
                writer.out.close();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return draft.made();
    }

    private void transaction(String control, List<ClaimText> claims) {
        out.begin("837", version);
        beginning(control);
        submitterName();
        receiverName();
        Hierarchy hierarchy = new Hierarchy();
        claims.forEach(hierarchy::add);
        hierarchy.write(out);
        out.end();
    }

    private void beginning(String control) {
        String reference = interchange.control() + "-" + control;
        String date = interchange.at().format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
        String time = interchange.at().format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT));
        out.segment("BHT", "0019", "00", reference, date, time, "CH");
    }

    /** Loop 1000A. */
    private void submitterName() {
        out.segment("NM1", "41", "2", Characters.folded(submitter.name()), "", "", "", "", "46", submitter.id());
        out.segment("PER", "IC", Characters.folded(submitter.contact()), "TE", submitter.phone());
    }

    /** Loop 1000B. */
    private void receiverName() {
        String name = Characters.folded(submitter.receiver());
        out.segment("NM1", "40", "2", name, "", "", "", "", "46", submitter.receiverId());
    }
}
