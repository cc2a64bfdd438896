package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.x12.Dated;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SyntaxError;

/** A claim in the making. */
final class ClaimDraft {
    /** More lines than the guide allows; a claim has to fit into memory, whoever sent it. */
    private static final int MOST_LINES = 999;

    private static final int MOST_SEGMENTS = 20_000;

    private final String submittedId;
    private final String status;
    private final BigDecimal charge;
    private final BigDecimal paid;
    private final @Nullable BigDecimal patientResponsibility;
    private final String filing;
    private final String payerControlNumber;
    private final String facility;
    private final String frequency;
    private final long position;
    private int segments;
    private final List<Adjustment> adjustments = new ArrayList<>(2);
    private final List<NamedParty> parties = new ArrayList<>(4);
    private final List<String> remarks = new ArrayList<>(2);
    private final List<Reference> references = new ArrayList<>(2);
    private final List<Dated> dates = new ArrayList<>(3);
    private final List<Amount> amounts = new ArrayList<>(2);
    private final List<ServicePayment> lines = new ArrayList<>(4);
    private @Nullable LineDraft line;

    /** Begins with CLP. */
    ClaimDraft(Said clp) {
        position = clp.position();
        submittedId = clp.text(1);
        status = clp.text(2);
        charge = clp.amount(3);
        paid = clp.amount(4);
        patientResponsibility = clp.optionalAmount(5);
        filing = clp.text(6);
        payerControlNumber = clp.text(7);
        facility = clp.text(8);
        frequency = clp.text(9);
        if (submittedId.isEmpty() || status.isEmpty()) {
            clp.wrong(submittedId.isEmpty() ? 1 : 2, "has to name the claim and its status");
        }
    }

    long position() {
        return position;
    }

    /** Takes a segment of the claim or of its last line; false if it is none. */
    boolean take(String id, Said said) {
        if (++segments > MOST_SEGMENTS) {
            if (segments == MOST_SEGMENTS + 1) {
                said.wrong("the claim has more than " + MOST_SEGMENTS + " segments", SyntaxError.SEGMENT_TOO_OFTEN);
            }
            return true;
        }
        switch (id) {
            case "SVC" -> beginLine(said);
            case "CAS" -> adjust(said);
            case "REF" -> references().add(new Reference(said.text(1), said.text(2)));
            case "AMT" -> amounts().add(new Amount(said.text(1), said.amount(2)));
            case "DTM" -> date(said);
            case "LQ" -> remark(said);
            case "NM1" -> parties.add(said.party());
            case "MOA" -> remarks(said, 3, 7);
            case "MIA" -> remarksOfInpatient(said);
            case "QTY", "PER" -> {
                // counts of days and contacts decide nothing here
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void beginLine(Said svc) {
        endLine();
        if (lines.size() == MOST_LINES) {
            svc.wrong("the claim has more than " + MOST_LINES + " lines", SyntaxError.LOOP_TOO_OFTEN);
        }
        line = new LineDraft(svc);
    }

    private void endLine() {
        LineDraft last = line;
        if (last != null && lines.size() < MOST_LINES) {
            lines.add(last.made());
        }
        line = null;
    }

    private void adjust(Said cas) {
        List<Adjustment> into = line == null ? adjustments : line.adjustments;
        for (int element = 2; element <= 17; element += 3) {
            String reason = cas.text(element);
            BigDecimal amount = reason.isEmpty() ? cas.optionalAmount(element + 1) : cas.amount(element + 1);
            if (!reason.isEmpty() && amount != null) {
                into.add(new Adjustment(cas.text(1), reason, amount, cas.number(element + 2)));
            } else if (amount != null || element == 2) {
                cas.wrong(element, "has to be a reason");
            }
        }
    }

    private List<Reference> references() {
        return line == null ? references : line.references;
    }

    private List<Amount> amounts() {
        return line == null ? amounts : line.amounts;
    }

    private void date(Said dtm) {
        if (line != null) {
            line.date(dtm);
            return;
        }
        LocalDate date = dtm.date(2);
        if (date != null) {
            dates.add(new Dated(dtm.text(1), date));
        }
    }

    private void remark(Said lq) {
        (line == null ? remarks : line.remarks).add(lq.text(2));
    }

    private void remarks(Said said, int first, int last) {
        for (int element = first; element <= last; element++) {
            if (!said.text(element).isEmpty()) {
                remarks.add(said.text(element));
            }
        }
    }

    private void remarksOfInpatient(Said mia) {
        remarks(mia, 5, 5);
        remarks(mia, 20, 23);
    }

    ClaimPayment made() {
        endLine();
        return new ClaimPayment(
                submittedId,
                status,
                charge,
                paid,
                patientResponsibility,
                filing,
                payerControlNumber,
                facility,
                frequency,
                adjustments,
                parties,
                remarks,
                references,
                dates,
                amounts,
                lines);
    }
}
