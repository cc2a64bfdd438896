package org.plainclaim.x12.status;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.SegmentOutput;

/** Writes 276 files: a method for each loop, in order. */
public final class InquiryWriter {
    static final String VERSION = "005010X212";
    private static final NamedParty NOBODY = new NamedParty("", "", "", "", "", "");

    private final SegmentOutput out;
    private final Levels levels;
    private StatusContext last = new StatusContext(NOBODY, NOBODY, null);

    private InquiryWriter(SegmentOutput out) {
        this.out = out;
        this.levels = new Levels(out);
    }

    /**
     * One file with one transaction; questions to one payer about one provider should stand together.
     *
     * @param reference our number of the transaction
     * @throws IllegalArgumentException if something is missing that every payer needs; nothing is written then
     */
    public static void write(
            OutputStream file, Interchange interchange, String reference, List<StatusInquiry> inquiries) {
        inquiries.forEach(InquiryWriter::check);
        SegmentOutput out = new SegmentOutput(file, interchange, "HR", VERSION);
        InquiryWriter writer = new InquiryWriter(out);
        LocalDateTime at = interchange.at();
        out.begin("276", VERSION);
        out.segment(
                "BHT",
                "0010",
                "13",
                reference,
                StatusParts.day(at.toLocalDate()),
                at.format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT)));
        inquiries.forEach(writer::inquiry);
        out.end();
        out.close();
    }

    private static void check(StatusInquiry inquiry) {
        if (inquiry.context().provider() == null || inquiry.trace().isEmpty()) {
            throw new IllegalArgumentException("an inquiry needs a provider (2100C) and a trace number (TRN02)");
        }
        Member patient = inquiry.dependent() == null ? inquiry.subscriber() : inquiry.dependent();
        if (patient.birth() == null) {
            throw new IllegalArgumentException("an inquiry needs the patient's date of birth (DMG02)");
        }
    }

    private void inquiry(StatusInquiry inquiry) {
        StatusContext context = inquiry.context();
        boolean newPayer = !context.payer().equals(last.payer());
        if (newPayer) {
            levels.payer(context.payer());
        }
        boolean newReceiver = newPayer || !context.receiver().equals(last.receiver());
        if (newReceiver) {
            levels.receiver(context.receiver(), true);
        }
        NamedParty provider = context.provider();
        if (provider != null && (newReceiver || !provider.equals(last.provider()))) {
            levels.provider(provider, true);
        }
        last = context;
        patient(inquiry);
        question(inquiry);
    }

    /** Loops 2000D and 2000E: the date of birth is that of the patient. */
    private void patient(StatusInquiry inquiry) {
        Member dependent = inquiry.dependent();
        levels.subscriber(dependent != null);
        if (dependent == null) {
            member(inquiry.subscriber());
        } else {
            levels.named(inquiry.subscriber().party());
            levels.dependent();
            member(dependent);
        }
    }

    private void member(Member member) {
        LocalDate birth = member.birth();
        if (birth != null) {
            out.segment("DMG", "D8", StatusParts.day(birth), member.sex());
        }
        levels.named(member.party());
    }

    /** Loops 2200D and 2200E. */
    private void question(StatusInquiry inquiry) {
        out.segment("TRN", "1", inquiry.trace());
        inquiry.references().forEach(reference -> out.segment("REF", reference.qualifier(), reference.value()));
        BigDecimal charge = inquiry.charge();
        if (charge != null) {
            out.segment("AMT", "T3", Money.text(charge));
        }
        StatusParts.service(out, inquiry.from(), inquiry.to());
    }
}
