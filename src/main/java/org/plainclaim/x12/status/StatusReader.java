package org.plainclaim.x12.status;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.SyntaxError;

/** Reads 277CA and 277 files: one notice at a time, in memory that does not grow with the file. */
public final class StatusReader implements SegmentFeed.Sink {
    private static final NamedParty NOBODY = new NamedParty("", "", "", "", "", "");

    private final StatusListener listener;
    private final Faults faults = new Faults();
    private final Said said = new Said(faults);
    private String sender = "";
    private String interchange = "";
    private String group = "";
    private String version = "";
    private @Nullable HeaderDraft header;
    private String level = "";
    private StatusContext context = new StatusContext(NOBODY, NOBODY, null);
    private @Nullable NamedParty subscriber;
    private @Nullable NamedParty named;
    private @Nullable NoticeDraft notice;

    private StatusReader(StatusListener listener) {
        this.listener = listener;
    }

    private static final class HeaderDraft {
        private final StatusKind kind;
        private final Controls controls;
        private String reference = "";
        private @Nullable LocalDate created;
        private String time = "";
        private String trace = "";
        private @Nullable LocalDate received;
        private @Nullable LocalDate processed;

        private HeaderDraft(StatusKind kind, Controls controls) {
            this.kind = kind;
            this.controls = controls;
        }
    }

    /** Makes of segments what a listener is told. */
    public static SegmentFeed.Sink sink(StatusListener listener) {
        return new StatusReader(listener);
    }

    /**
     * Hands over what the file says, and at the end of each transaction what is wrong with it.
     *
     * @throws IOException if the stream fails
     */
    public static void read(InputStream file, StatusListener listener) throws IOException {
        SegmentFeed.read(file, new StatusReader(listener));
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
                sender = said.text(6).strip();
                interchange = said.text(13);
            }
            case "GS" -> {
                group = said.text(6);
                version = said.text(8);
            }
            case "ST" -> begin();
            case "SE" -> end();
            case "GE", "IEA" -> abandon();
            default -> inside(id);
        }
    }

    private void begin() {
        abandon();
        if (!said.text(1).equals("277")) {
            return;
        }
        boolean acknowledges = version.startsWith(StatusKind.ACKNOWLEDGMENT.version());
        if (!acknowledges && !version.startsWith(StatusKind.RESPONSE.version())) {
            said.wrong("the version of the group is neither that of a 277CA nor that of a 277");
        }
        StatusKind kind = acknowledges ? StatusKind.ACKNOWLEDGMENT : StatusKind.RESPONSE;
        header = new HeaderDraft(kind, new Controls(sender, interchange, group, said.text(2)));
        context = new StatusContext(NOBODY, NOBODY, null);
    }

    private void abandon() {
        if (header != null) {
            envelopeFault(said.position(), "the transaction does not end with SE");
            end();
        }
    }

    private void end() {
        if (header != null) {
            noticeEnds();
            header = null;
            level = "";
            listener.closed(faults.kept());
            faults.clear();
        }
    }

    @Override
    public void finish(long position) {
        abandon();
        listener.ended(faults.kept());
        faults.clear();
    }

    private void inside(String id) {
        HeaderDraft draft = header;
        if (draft == null) {
            return;
        }
        switch (id) {
            case "BHT" -> {
                draft.reference = said.text(3);
                draft.created = said.date(4);
                draft.time = said.text(5);
            }
            case "HL" -> {
                noticeEnds();
                level = said.text(3);
                named = null;
            }
            case "NM1" -> name();
            default -> content(draft, id);
        }
    }

    /** Who stands on this level; the levels below it are over. */
    private void name() {
        NamedParty party = said.party();
        named = party;
        switch (level) {
            case "20" -> context = new StatusContext(party, NOBODY, null);
            case "21" -> context = new StatusContext(context.payer(), party, null);
            case "19" -> context = new StatusContext(context.payer(), context.receiver(), party);
            case "22" -> subscriber = party;
            default -> {
                // a patient or dependent
            }
        }
    }

    private void content(HeaderDraft draft, String id) {
        if (level.equals("20")) {
            ofPayer(draft, id);
            return;
        }
        if (id.equals("TRN") && notice != null && level.compareTo("21") > 0) {
            noticeEnds();
        }
        if (notice == null) {
            notice = newNotice();
        }
        if (notice == null || !notice.take(id, said)) {
            said.wrong("a segment in the wrong place, or one that this transaction does not have");
        }
    }

    private void ofPayer(HeaderDraft draft, String id) {
        switch (id) {
            case "TRN" -> draft.trace = said.text(2);
            case "DTP" -> {
                draft.received = said.text(1).equals("050") ? said.date(3) : draft.received;
                draft.processed = said.text(1).equals("009") ? said.date(3) : draft.processed;
            }
            default -> {
                // contacts and statements of the payer about itself decide nothing
            }
        }
    }

    private @Nullable NoticeDraft newNotice() {
        NamedParty party = named;
        return switch (level) {
            case "21" -> new NoticeDraft(StatusNotice.Level.RECEIVER, context, null, null);
            case "19" -> new NoticeDraft(StatusNotice.Level.PROVIDER, context, null, null);
            case "22", "PT" -> new NoticeDraft(StatusNotice.Level.CLAIM, context, party, null);
            case "23" -> new NoticeDraft(StatusNotice.Level.CLAIM, context, party, subscriber);
            default -> null;
        };
    }

    private void noticeEnds() {
        NoticeDraft last = notice;
        notice = null;
        HeaderDraft draft = header;
        if (last == null || draft == null || !last.says()) {
            return;
        }
        LocalDate created = draft.created;
        if (created == null) {
            said.wrong("the transaction has no date (BHT04)", SyntaxError.SEGMENT_MISSING);
            return;
        }
        listener.notice(
                new StatusHeader(
                        draft.kind,
                        draft.reference,
                        created,
                        draft.time,
                        draft.trace,
                        draft.received,
                        draft.processed,
                        draft.controls),
                last.made());
    }
}
