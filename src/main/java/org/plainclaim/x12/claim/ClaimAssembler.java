package org.plainclaim.x12.claim;

import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.TransactionListener;

/** Turns the segments of a file into claims; knows one claim at a time. */
final class ClaimAssembler implements SegmentFeed.Sink {
    private final TransactionListener<ClaimHeader, ReceivedClaim, ClaimSummary> listener;
    private final Faults faults = new Faults();
    private final Faults ofClaim = new Faults();
    private final Faults outside = new Faults();
    private final Said said = new Said(faults);
    private final Said claimSaid = new Said(ofClaim);
    private Said.Source current = NOTHING;
    private String sender = "";
    private String interchange = "";
    private String group = "";
    private String version = "";
    private @Nullable Transaction open;

    private static final Said.Source NOTHING = (element, component) -> "";

    ClaimAssembler(TransactionListener<ClaimHeader, ReceivedClaim, ClaimSummary> listener) {
        this.listener = listener;
    }

    /** What is known of a transaction until it ends. */
    private static final class Transaction {
        private final Controls controls;
        private final @Nullable Form form;
        private final Levels levels = new Levels();
        private @Nullable HeaderDraft header;
        private @Nullable ClaimDraft claim;
        private int claims;

        private Transaction(Controls controls, @Nullable Form form) {
            this.controls = controls;
            this.form = form;
            this.header = form == null ? null : new HeaderDraft(controls, form);
        }
    }

    @Override
    public void envelopeFault(long position, String message) {
        (open == null ? outside : faults).add(InterchangeFault.Level.ENVELOPE, position, message);
    }

    @Override
    public void accept(String id, Said.Source segment, long position) {
        at(segment, position);
        Transaction transaction = open;
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
            case "SE" -> end(true);
            case "GE", "IEA" -> end(false);
            default -> {
                if (transaction != null && transaction.form != null) {
                    inside(transaction, transaction.form, id);
                }
            }
        }
    }

    private void at(Said.Source segment, long position) {
        current = segment;
        said.at(segment, position);
        claimSaid.at(segment, position);
    }

    private void begin() {
        end(false);
        if (!said.text(1).equals("837")) {
            return;
        }
        Form form = form(said.text(3).isEmpty() ? version : said.text(3));
        open = new Transaction(new Controls(sender, interchange, group, said.text(2)), form);
        if (form == null) {
            said.wrong("the version of the transaction is neither that of an 837P nor that of an 837I");
        } else if (form(version) != form) {
            said.wrong("the version of the group is not that of the transaction");
        }
    }

    private static @Nullable Form form(String version) {
        return version.startsWith("005010X222")
                ? Form.PROFESSIONAL
                : version.startsWith("005010X223") ? Form.INSTITUTIONAL : null;
    }

    private void end(boolean whole) {
        Transaction transaction = open;
        if (transaction == null) {
            return;
        }
        if (!whole) {
            envelopeFault(said.position(), "the transaction does not end with SE");
        }
        claimEnds(transaction);
        headerEnds(transaction);
        open = null;
        if (transaction.form != null && transaction.claims == 0) {
            said.wrong("the transaction has no claim");
        }
        listener.closed(new ClaimSummary(transaction.controls, transaction.claims, faults.kept(), faults.count()));
        faults.clear();
    }

    @Override
    public void finish(long position) {
        at(NOTHING, position);
        end(false);
        listener.ended(outside.kept());
        outside.clear();
    }

    private void inside(Transaction transaction, Form form, String id) {
        switch (id) {
            case "HL" -> {
                headerEnds(transaction);
                claimEnds(transaction);
                transaction.levels.begin(said);
            }
            case "CLM" -> {
                headerEnds(transaction);
                claimEnds(transaction);
                transaction.levels.claim(said);
                transaction.claim = new ClaimDraft(form, claimSaid);
            }
            default -> content(transaction, id);
        }
    }

    private void content(Transaction transaction, String id) {
        ClaimDraft claim = transaction.claim;
        if (claim != null) {
            if (!claim.take(id)) {
                claimSaid.wrong("a segment in the wrong place, or one that an 837 does not have");
            }
            return;
        }
        HeaderDraft header = transaction.header;
        boolean taken = header != null ? header.take(id, said) : transaction.levels.take(id, said);
        if (!taken) {
            said.wrong("a segment in the wrong place, or one that an 837 does not have");
        }
    }

    private void headerEnds(Transaction transaction) {
        HeaderDraft header = transaction.header;
        if (header != null) {
            transaction.header = null;
            listener.opened(header.made(said));
        }
    }

    private void claimEnds(Transaction transaction) {
        ClaimDraft draft = transaction.claim;
        if (draft == null) {
            return;
        }
        transaction.claim = null;
        transaction.claims++;
        claimSaid.at(NOTHING, draft.position());
        Submission made = draft.made(transaction.levels);
        claimSaid.at(current, said.position());
        ReceivedClaim claim = new ReceivedClaim(made, draft.position(), ofClaim.kept());
        claim.faults().forEach(faults::add);
        ofClaim.clear();
        listener.claim(claim);
    }
}
