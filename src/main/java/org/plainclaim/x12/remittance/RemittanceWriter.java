package org.plainclaim.x12.remittance;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.SegmentOutput;

/** Writes 835 files, for the payer simulator and for tests: a method for each loop, in order. */
public final class RemittanceWriter {
    private static final String VERSION = "005010X221A1";
    private static final int MOST_REMARKS = 5;
    private static final int IN_A_SEGMENT = 6;

    /** Methods that need no account numbers, which the records do not carry. */
    private static final Set<String> METHODS = Set.of("CHK", "NON");

    private final SegmentOutput out;

    private RemittanceWriter(SegmentOutput out) {
        this.out = out;
    }

    /**
     * Writes one file with one transaction for each remittance.
     *
     * @throws IllegalArgumentException if one does not balance or can not be said in an 835; nothing is written then
     */
    public static void write(OutputStream file, Interchange interchange, List<Remittance> remittances) {
        remittances.forEach(RemittanceWriter::check);
        SegmentOutput out = new SegmentOutput(file, interchange, "HP", VERSION);
        RemittanceWriter writer = new RemittanceWriter(out);
        remittances.forEach(writer::transaction);
        out.close();
    }

    private static void check(Remittance remittance) {
        List<InterchangeFault> faults = remittance.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "the remittance does not balance: " + faults.get(0).message());
        }
        if (!METHODS.contains(remittance.header().payment().method())) {
            throw new IllegalArgumentException("BPR04 must be one of " + METHODS);
        }
        if (remittance.claims().stream().anyMatch(claim -> claim.remarks().size() > MOST_REMARKS)) {
            throw new IllegalArgumentException("MOA has room for " + MOST_REMARKS + " remark codes");
        }
    }

    private void transaction(Remittance remittance) {
        out.begin("835", "");
        header(remittance);
        if (!remittance.claims().isEmpty()) {
            out.segment("LX", "1");
        }
        remittance.claims().forEach(this::claim);
        providerAdjustments(remittance.adjustments());
        out.end();
    }

    private void header(Remittance remittance) {
        RemittanceHeader header = remittance.header();
        Payment payment = header.payment();
        String[] bpr = new String[16];
        Arrays.fill(bpr, "");
        bpr[0] = payment.handling();
        bpr[1] = Money.text(payment.amount());
        bpr[2] = "C";
        bpr[3] = payment.method();
        bpr[15] = day(payment.date());
        out.segment("BPR", bpr);
        out.segment("TRN", "1", payment.trace(), payment.originator());
        references(header.references());
        dated("405", header.produced());
        party("PR", header.payer());
        out.segment("PER", "BL", "", "TE", remittance.contact());
        party("PE", header.payee());
    }

    /** Loops 1000A and 1000B. */
    private void party(String role, Party party) {
        out.segment("N1", role, party.name(), party.qualifier(), party.id());
        List<String> address = party.address();
        int street = address.size() - 3;
        if (street > 0) {
            out.segment("N3", address.subList(0, street).toArray(String[]::new));
            out.segment("N4", address.subList(street, address.size()).toArray(String[]::new));
        }
        references(party.references());
    }

    /** Loop 2100. */
    private void claim(ClaimPayment claim) {
        out.segment(
                "CLP",
                claim.submittedId(),
                claim.status(),
                Money.text(claim.charge()),
                Money.text(claim.paid()),
                optional(claim.patientResponsibility()),
                claim.filing(),
                claim.payerControlNumber(),
                claim.facility(),
                claim.frequency());
        adjustments(claim.adjustments());
        claim.parties().forEach(this::named);
        if (!claim.remarks().isEmpty()) {
            String[] moa = new String[2 + claim.remarks().size()];
            moa[0] = "";
            moa[1] = "";
            for (int i = 0; i < claim.remarks().size(); i++) {
                moa[i + 2] = claim.remarks().get(i);
            }
            out.segment("MOA", moa);
        }
        references(claim.references());
        claim.dates().forEach(date -> dated(date.qualifier(), date.date()));
        claim.amounts().forEach(amount -> out.segment("AMT", amount.qualifier(), Money.text(amount.value())));
        claim.lines().forEach(this::line);
    }

    private void named(NamedParty party) {
        out.segment(
                "NM1",
                party.role(),
                party.kind(),
                party.name(),
                party.first(),
                "",
                "",
                "",
                party.qualifier(),
                party.id());
    }

    /** Loop 2110. */
    private void line(ServicePayment line) {
        Procedure submitted = line.submitted();
        out.segment(
                "SVC",
                procedure(line.procedure()),
                Money.text(line.charge()),
                Money.text(line.paid()),
                line.revenueCode(),
                number(line.units()),
                submitted == null ? "" : procedure(submitted),
                number(line.submittedUnits()));
        if (line.to() == null) {
            dated("472", line.from());
        } else {
            dated("150", line.from());
            dated("151", line.to());
        }
        adjustments(line.adjustments());
        references(line.references());
        line.amounts().forEach(amount -> out.segment("AMT", amount.qualifier(), Money.text(amount.value())));
        line.remarks().forEach(remark -> out.segment("LQ", "HE", remark));
    }

    /** Adjustments of one group that follow each other share a segment, six at most. */
    private void adjustments(List<Adjustment> adjustments) {
        int next = 0;
        while (next < adjustments.size()) {
            Adjustment first = adjustments.get(next);
            List<String> elements = new ArrayList<>(List.of(first.group()));
            int end = next;
            while (end < adjustments.size()
                    && end - next < IN_A_SEGMENT
                    && adjustments.get(end).group().equals(first.group())) {
                Adjustment adjustment = adjustments.get(end);
                elements.add(adjustment.reason());
                elements.add(Money.text(adjustment.amount()));
                elements.add(number(adjustment.quantity()));
                end++;
            }
            out.segment("CAS", elements.toArray(String[]::new));
            next = end;
        }
    }

    /** Adjustments of one provider and year that follow each other share a segment, six at most. */
    private void providerAdjustments(List<ProviderAdjustment> adjustments) {
        int next = 0;
        while (next < adjustments.size()) {
            ProviderAdjustment first = adjustments.get(next);
            List<String> elements = new ArrayList<>(List.of(first.provider(), day(first.fiscalYearEnd())));
            int end = next;
            while (end < adjustments.size() && end - next < IN_A_SEGMENT && together(first, adjustments.get(end))) {
                ProviderAdjustment adjustment = adjustments.get(end);
                elements.add(SegmentOutput.composite(adjustment.reason(), adjustment.reference()));
                elements.add(Money.text(adjustment.amount()));
                end++;
            }
            out.segment("PLB", elements.toArray(String[]::new));
            next = end;
        }
    }

    private static boolean together(ProviderAdjustment one, ProviderAdjustment other) {
        return one.provider().equals(other.provider()) && one.fiscalYearEnd().equals(other.fiscalYearEnd());
    }

    private void references(List<Reference> references) {
        references.forEach(reference -> out.segment("REF", reference.qualifier(), reference.value()));
    }

    private void dated(String qualifier, @Nullable LocalDate date) {
        if (date != null) {
            out.segment("DTM", qualifier, day(Objects.requireNonNull(date)));
        }
    }

    static String procedure(Procedure procedure) {
        List<String> parts = new ArrayList<>(List.of(procedure.qualifier(), procedure.code()));
        parts.addAll(procedure.modifiers());
        return SegmentOutput.composite(parts.toArray(String[]::new));
    }

    private static String optional(@Nullable BigDecimal amount) {
        return amount == null ? "" : Money.text(amount);
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
