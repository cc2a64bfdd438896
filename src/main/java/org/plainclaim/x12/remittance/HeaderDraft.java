package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SyntaxError;

/** What stands before the claims, in the making. */
final class HeaderDraft {
    private @Nullable PartyDraft payer;
    private @Nullable PartyDraft payee;
    private @Nullable PartyDraft last;
    private final List<Reference> references = new ArrayList<>(2);
    private String handling = "";
    private @Nullable BigDecimal amount;
    private String method = "";
    private @Nullable LocalDate date;
    private @Nullable LocalDate produced;
    private String trace = "";
    private String originator = "";

    private static final class PartyDraft {
        private final String name;
        private final String qualifier;
        private final String id;
        private final List<String> address = new ArrayList<>(4);
        private final List<Reference> references = new ArrayList<>(2);

        private PartyDraft(Said n1) {
            name = n1.text(2);
            qualifier = n1.text(3);
            id = n1.text(4);
        }

        private Party made() {
            return new Party(name, qualifier, id, address, references);
        }
    }

    /** Takes a segment of the header; false if it is none. */
    boolean take(String id, Said said) {
        switch (id) {
            case "BPR" -> payment(said);
            case "TRN" -> trace(said);
            case "REF" -> reference(new Reference(said.text(1), said.text(2)));
            case "DTM" -> produced = said.text(1).equals("405") ? said.date(2) : produced;
            case "N1" -> party(said);
            case "N3" -> address(said, 2);
            case "N4" -> address(said, 3);
            case "CUR", "PER", "RDM" -> {
                // the currency is the dollar; contacts and delivery decide nothing
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void payment(Said bpr) {
        if (amount != null) {
            bpr.wrong("a second BPR in one transaction");
        }
        handling = bpr.text(1);
        amount = bpr.amount(2);
        method = bpr.text(4);
        date = bpr.date(16);
        if (amount.signum() < 0) {
            bpr.wrong(2, "is a negative payment");
        }
        if (!bpr.text(3).equals("C")) {
            bpr.wrong(3, "is not a credit");
        }
        if (date == null) {
            bpr.wrong(16, "has to be the date of the payment");
        }
    }

    private void trace(Said trn) {
        trace = trn.text(2);
        originator = trn.text(3);
    }

    private void reference(Reference reference) {
        (last == null ? references : last.references).add(reference);
    }

    private void party(Said n1) {
        last = new PartyDraft(n1);
        if (n1.text(1).equals("PR")) {
            payer = last;
        } else if (n1.text(1).equals("PE")) {
            payee = last;
        }
    }

    private void address(Said said, int elements) {
        for (int element = 1; element <= elements && last != null; element++) {
            if (!said.text(element).isEmpty()) {
                last.address.add(said.text(element));
            }
        }
    }

    /** The header; null, with a fault, if something of it is missing. */
    @Nullable
    RemittanceHeader made(Controls controls, Said at) {
        PartyDraft from = payer;
        PartyDraft to = payee;
        BigDecimal paid = amount;
        LocalDate day = date;
        if (paid == null || day == null || trace.isEmpty() || from == null || to == null) {
            at.wrong(
                    "the transaction has to begin with payment (BPR), trace (TRN), payer and payee (N1)",
                    SyntaxError.SEGMENT_MISSING);
            return null;
        }
        Payment payment = new Payment(handling, paid, method, day, trace, originator);
        return new RemittanceHeader(payment, from.made(), to.made(), produced, references, controls);
    }
}
