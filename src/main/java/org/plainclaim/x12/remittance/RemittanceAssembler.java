package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.TransactionListener;

/** Turns the segments of a file into remittances; knows one claim at a time. */
final class RemittanceAssembler implements SegmentFeed.Sink {
    private static final int MOST_PROVIDER_ADJUSTMENTS = 10_000;
    private static final String VERSION = "005010X221";

    private final TransactionListener<RemittanceHeader, ClaimPayment, RemittanceSummary> listener;
    private final Faults faults = new Faults();
    private final Faults outside = new Faults();
    private final Said said = new Said(faults);
    private String sender = "";
    private String interchange = "";
    private String group = "";
    private String version = "";
    private @Nullable Transaction open;

    RemittanceAssembler(TransactionListener<RemittanceHeader, ClaimPayment, RemittanceSummary> listener) {
        this.listener = listener;
    }

    /** What is known of a transaction until it ends. */
    private static final class Transaction {
        private final Controls controls;
        private final List<ProviderAdjustment> adjustments = new ArrayList<>();
        private @Nullable HeaderDraft draft = new HeaderDraft();
        private @Nullable RemittanceHeader header;
        private @Nullable ClaimDraft claim;
        private int claims;
        private BigDecimal paid = Money.ZERO;

        private Transaction(Controls controls) {
            this.controls = controls;
        }
    }

    @Override
    public void envelopeFault(long position, String message) {
        (open == null ? outside : faults).add(InterchangeFault.Level.ENVELOPE, position, message);
    }

    @Override
    public void accept(String id, Said.Source segment, long position) {
        said.at(segment, position);
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
            case "SE", "GE", "IEA" -> end(id);
            default -> {
                if (transaction != null) {
                    inside(transaction, id);
                }
            }
        }
    }

    private void begin() {
        if (open != null) {
            abandon();
        }
        if (!said.text(1).equals("835")) {
            return;
        }
        open = new Transaction(new Controls(sender, interchange, group, said.text(2)));
        if (!version.startsWith(VERSION)) {
            said.wrong("the version of the group is not " + VERSION + "A1");
        }
    }

    private void end(String id) {
        if (open == null) {
            return;
        }
        if (id.equals("SE")) {
            close();
        } else {
            abandon();
        }
    }

    @Override
    public void finish(long position) {
        said.at((element, component) -> "", position);
        if (open != null) {
            abandon();
        }
        listener.ended(outside.kept());
        outside.clear();
    }

    private void abandon() {
        envelopeFault(said.position(), "the transaction does not end with SE");
        close();
    }

    private void inside(Transaction transaction, String id) {
        switch (id) {
            case "LX", "TS3", "TS2" -> opened(transaction);
            case "CLP" -> {
                opened(transaction);
                transaction.claim = new ClaimDraft(said);
            }
            case "PLB" -> {
                opened(transaction);
                providerAdjustments(transaction);
            }
            default -> content(transaction, id);
        }
    }

    private void content(Transaction transaction, String id) {
        HeaderDraft draft = transaction.draft;
        ClaimDraft claim = transaction.claim;
        boolean taken = draft != null ? draft.take(id, said) : claim != null && claim.take(id, said);
        if (!taken) {
            said.wrong("a segment in the wrong place, or one that an 835 does not have");
        }
    }

    /** The header is over, or the claim before. */
    private void opened(Transaction transaction) {
        HeaderDraft draft = transaction.draft;
        if (draft != null) {
            transaction.draft = null;
            RemittanceHeader header = draft.made(transaction.controls, said);
            transaction.header = header;
            if (header != null) {
                listener.opened(header);
            }
        }
        claimEnds(transaction);
    }

    private void claimEnds(Transaction transaction) {
        ClaimDraft draft = transaction.claim;
        if (draft != null) {
            transaction.claim = null;
            ClaimPayment claim = draft.made();
            Balance.faults(claim, draft.position()).forEach(faults::add);
            transaction.claims++;
            transaction.paid = transaction.paid.add(claim.paid());
            if (transaction.header != null) {
                listener.claim(claim);
            }
        }
    }

    private void providerAdjustments(Transaction transaction) {
        LocalDate date = said.date(2);
        for (int element = 3; element <= 13; element += 2) {
            String reason = said.text(element, 1);
            if (reason.isEmpty()) {
                continue;
            }
            if (date == null || transaction.adjustments.size() == MOST_PROVIDER_ADJUSTMENTS) {
                said.wrong("PLB needs a date, and there may be " + MOST_PROVIDER_ADJUSTMENTS + " adjustments at most");
                return;
            }
            transaction.adjustments.add(new ProviderAdjustment(
                    said.text(1), date, reason, said.text(element, 2), said.amount(element + 1)));
        }
    }

    private void close() {
        Transaction transaction = Objects.requireNonNull(open);
        open = null;
        opened(transaction);
        RemittanceHeader header = transaction.header;
        BigDecimal expected = Balance.expected(transaction.paid, transaction.adjustments);
        if (header != null && expected.compareTo(header.payment().amount()) != 0) {
            String message = "the claims less the provider adjustments are " + expected + ", but "
                    + header.payment().amount() + " is said to be paid";
            faults.add(InterchangeFault.Level.TRANSACTION, said.position(), message);
        }
        listener.closed(new RemittanceSummary(
                transaction.controls,
                header,
                transaction.claims,
                transaction.paid,
                transaction.adjustments,
                faults.kept(),
                faults.count()));
        faults.clear();
    }
}
