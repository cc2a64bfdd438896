package org.plainclaim.x12.eligibility;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.Benefit;
import org.plainclaim.eligibility.BenefitContact;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.eligibility.PlanDate;
import org.plainclaim.eligibility.PlanNumber;
import org.plainclaim.eligibility.Reject;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.SegmentOutput;

/** Writes 271 files, for the payer simulator and for tests: a method for each loop, in order. */
public final class AnswerWriter {
    private final SegmentOutput out;
    private final Interchange interchange;

    private AnswerWriter(SegmentOutput out, Interchange interchange) {
        this.out = out;
        this.interchange = interchange;
    }

    /**
     * An answer and what it answers.
     *
     * @param inquiry the question
     * @param answer the answer
     */
    public record Answered(EligibilityInquiry inquiry, EligibilityAnswer answer) {}

    /** One file, a transaction for each answer. */
    public static void write(OutputStream file, Interchange interchange, List<Answered> answers) {
        SegmentOutput out = new SegmentOutput(file, interchange, "HB", Parts.VERSION);
        AnswerWriter writer = new AnswerWriter(out, interchange);
        answers.forEach(writer::transaction);
        out.close();
    }

    private void transaction(Answered answered) {
        EligibilityInquiry inquiry = answered.inquiry();
        out.begin("271", Parts.VERSION);
        out.segment(
                "BHT",
                "0022",
                "11",
                inquiry.trace(),
                Parts.day(interchange.at().toLocalDate()),
                Parts.time(interchange.at()));
        boolean refusedEarly = payer(answered) || provider(answered);
        if (!refusedEarly) {
            members(answered);
        }
        out.end();
    }

    /** Loop 2000A; true if nothing follows, because the payer refuses all. */
    private boolean payer(Answered answered) {
        boolean refused = has(answered, Reject.Level.PAYER);
        Parts.level(out, 1, "20", !refused);
        EligibilityAnswer.Heading heading = answered.answer().heading();
        Parts.payer(out, heading.payerName(), heading.payerId());
        rejects(answered, Reject.Level.PAYER);
        return refused;
    }

    /** Loop 2000B; true if nothing follows. */
    private boolean provider(Answered answered) {
        boolean refused = has(answered, Reject.Level.PROVIDER);
        Parts.level(out, 2, "21", !refused);
        Parts.provider(out, answered.inquiry().provider());
        rejects(answered, Reject.Level.PROVIDER);
        return refused;
    }

    private static boolean has(Answered answered, Reject.Level level) {
        return answered.answer().rejects().stream().anyMatch(reject -> reject.level() == level);
    }

    private void rejects(Answered answered, Reject.Level level) {
        answered.answer().rejects().stream()
                .filter(reject -> reject.level() == level)
                .forEach(reject -> out.segment("AAA", "N", "", reject.reason(), reject.followUp()));
    }

    /** Loops 2000C and 2000D. */
    private void members(Answered answered) {
        EligibilityInquiry inquiry = answered.inquiry();
        EligibilityAnswer answer = answered.answer();
        boolean dependent = answer.member().dependent();
        Parts.level(out, 3, "22", dependent);
        if (!dependent) {
            trace(inquiry);
        }
        Person person =
                dependent ? inquiry.cover().subscriber() : answer.member().person();
        Parts.person(out, "IL", person, answer.member().memberId());
        if (dependent) {
            rejects(answered, Reject.Level.SUBSCRIBER);
            Parts.level(out, 4, "23", false);
            trace(inquiry);
            Parts.person(out, "03", answer.member().person(), "");
        }
        answer.plan().numbers().forEach(this::number);
        Parts.address(out, answer.member().person().address());
        rejects(answered, dependent ? Reject.Level.DEPENDENT : Reject.Level.SUBSCRIBER);
        Parts.demographics(out, answer.member().person());
        insured(inquiry, answer);
        answer.plan().dates().forEach(this::date);
        answer.benefits().forEach(this::benefit);
        rejects(answered, Reject.Level.SERVICE);
    }

    private void trace(EligibilityInquiry inquiry) {
        out.segment("TRN", "2", inquiry.trace(), "9" + "0".repeat(9));
    }

    private void insured(EligibilityInquiry inquiry, EligibilityAnswer answer) {
        boolean dependent = answer.member().dependent();
        if (dependent || answer.member().corrected()) {
            String relationship =
                    dependent ? Relationships.toDependent(inquiry.cover().relationship()) : "18";
            boolean corrected = answer.member().corrected();
            out.segment("INS", dependent ? "N" : "Y", relationship, corrected ? "001" : "", corrected ? "25" : "");
        }
    }

    private void number(PlanNumber number) {
        out.segment("REF", number.qualifier(), number.value(), number.name());
    }

    private void date(PlanDate date) {
        Parts.dates(out, date.qualifier(), date.from(), date.to());
    }

    /** Loops 2110C and 2110D, with 2115 and 2120 in them. */
    private void benefit(Benefit benefit) {
        Procedure procedure = benefit.subject().procedure();
        BigDecimal money = benefit.amount().money();
        out.segment(
                "EB",
                benefit.code(),
                benefit.extent().level(),
                SegmentOutput.repeated(benefit.subject().serviceTypes()),
                benefit.extent().insuranceType(),
                benefit.extent().plan(),
                benefit.extent().period(),
                money == null ? "" : Money.text(money),
                plain(benefit.amount().percent()),
                benefit.amount().unit(),
                plain(benefit.amount().quantity()),
                benefit.terms().authorization(),
                benefit.terms().network(),
                procedure == null ? "" : Parts.procedure(procedure));
        benefit.remarks().numbers().forEach(this::number);
        benefit.remarks().dates().forEach(this::date);
        benefit.remarks().messages().forEach(message -> out.segment("MSG", message));
        benefit.subject().places().forEach(place -> out.segment("III", "ZZ", place));
        if (!benefit.remarks().contacts().isEmpty()) {
            out.segment("LS", "2120");
            benefit.remarks().contacts().forEach(this::contact);
            out.segment("LE", "2120");
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** Loop 2120C or 2120D. */
    private void contact(BenefitContact contact) {
        boolean numbered = !contact.id().isEmpty();
        out.segment("NM1", contact.role(), "2", contact.name(), "", "", "", "", numbered ? "PI" : "", contact.id());
        if (!contact.phone().isEmpty() || !contact.web().isEmpty()) {
            boolean phone = !contact.phone().isEmpty();
            boolean both = phone && !contact.web().isEmpty();
            out.segment(
                    "PER",
                    "IC",
                    "",
                    phone ? "TE" : "UR",
                    phone ? contact.phone() : contact.web(),
                    both ? "UR" : "",
                    both ? contact.web() : "");
        }
    }
}
