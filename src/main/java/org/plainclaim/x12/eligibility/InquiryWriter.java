package org.plainclaim.x12.eligibility;

import java.io.OutputStream;
import java.util.List;
import org.plainclaim.eligibility.AskedService;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.SegmentOutput;

/** Writes 270 files: a method for each loop, in order; each question is a transaction of its own. */
public final class InquiryWriter {
    private final SegmentOutput out;
    private final Interchange interchange;

    private InquiryWriter(SegmentOutput out, Interchange interchange) {
        this.out = out;
        this.interchange = interchange;
    }

    /**
     * One file.
     *
     * <p>A question is a transaction, so that a payer who refuses one as a whole names it by its reference (BHT03), which
     * is the trace.
     *
     * @throws IllegalArgumentException if something is missing that every payer needs, or an element can not be written;
     *     says which, and {@link InquiryCheck} says it beforehand
     */
    public static void write(OutputStream file, Interchange interchange, List<EligibilityInquiry> inquiries) {
        for (EligibilityInquiry inquiry : inquiries) {
            List<String> missing = InquiryCheck.missing(inquiry);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("an inquiry lacks " + String.join(", ", missing));
            }
        }
        SegmentOutput out = new SegmentOutput(file, interchange, "HS", Parts.VERSION);
        InquiryWriter writer = new InquiryWriter(out, interchange);
        inquiries.forEach(writer::transaction);
        out.close();
    }

    private void transaction(EligibilityInquiry inquiry) {
        out.begin("270", Parts.VERSION);
        out.segment(
                "BHT",
                "0022",
                "13",
                inquiry.trace(),
                Parts.day(interchange.at().toLocalDate()),
                Parts.time(interchange.at()));
        payer(inquiry);
        provider(inquiry);
        subscriber(inquiry);
        if (!inquiry.cover().ofPatient()) {
            dependent(inquiry);
        }
        out.end();
    }

    /** Loop 2000A. */
    private void payer(EligibilityInquiry inquiry) {
        Parts.level(out, 1, "20", true);
        Parts.payer(out, inquiry.cover().payer().name(), inquiry.cover().payer().id());
    }

    /** Loop 2000B. */
    private void provider(EligibilityInquiry inquiry) {
        Parts.level(out, 2, "21", true);
        Parts.provider(out, inquiry.provider());
    }

    /** Loop 2000C. */
    private void subscriber(EligibilityInquiry inquiry) {
        Cover cover = inquiry.cover();
        boolean patient = cover.ofPatient();
        Parts.level(out, 3, "22", !patient);
        if (patient) {
            trace(inquiry);
        }
        Parts.person(out, "IL", patient ? inquiry.patient() : cover.subscriber(), cover.memberId());
        if (!cover.group().isEmpty()) {
            out.segment("REF", "6P", cover.group());
        }
        if (patient) {
            Parts.demographics(out, inquiry.patient());
            questions(inquiry);
        } else {
            Parts.demographics(out, cover.subscriber());
        }
    }

    /** Loop 2000D. */
    private void dependent(EligibilityInquiry inquiry) {
        Parts.level(out, 4, "23", false);
        trace(inquiry);
        Parts.person(out, "03", inquiry.patient(), "");
        Parts.demographics(out, inquiry.patient());
        String relationship = Relationships.toDependent(inquiry.cover().relationship());
        out.segment("INS", "N", relationship);
        questions(inquiry);
    }

    /** Who gave the number is told by ten characters: 1 and the tax number, or 9 and one of our own choice. */
    private void trace(EligibilityInquiry inquiry) {
        String tax = inquiry.provider().taxId();
        String npi = inquiry.provider().npi();
        out.segment("TRN", "1", inquiry.trace(), tax.length() == 9 ? "1" + tax : "9" + npi.substring(1));
    }

    /** Loops 2110C and 2110D. */
    private void questions(EligibilityInquiry inquiry) {
        Parts.dates(out, "291", inquiry.from(), inquiry.to());
        List<AskedService> services =
                inquiry.services().isEmpty() ? List.of(AskedService.of("30")) : inquiry.services();
        for (AskedService service : services) {
            Procedure procedure = service.procedure();
            if (procedure == null) {
                out.segment("EQ", service.serviceType());
            } else {
                out.segment("EQ", "", Parts.procedure(procedure));
            }
            if (!service.placeOfService().isEmpty()) {
                out.segment("III", "ZZ", service.placeOfService());
            }
        }
    }
}
