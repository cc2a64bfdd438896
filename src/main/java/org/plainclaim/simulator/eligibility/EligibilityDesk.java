package org.plainclaim.simulator.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plainclaim.eligibility.Benefit;
import org.plainclaim.eligibility.BenefitAmount;
import org.plainclaim.eligibility.BenefitContact;
import org.plainclaim.eligibility.BenefitExtent;
import org.plainclaim.eligibility.BenefitKind;
import org.plainclaim.eligibility.BenefitRemarks;
import org.plainclaim.eligibility.BenefitTerms;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.eligibility.MemberSaid;
import org.plainclaim.eligibility.Reject;
import org.plainclaim.simulator.PayerFile;
import org.plainclaim.simulator.SimulatedPayer;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.InterchangeContents;
import org.plainclaim.x12.eligibility.AnswerWriter;
import org.plainclaim.x12.eligibility.InquiryReader;

/** Answers questions about eligibility: as a file of members says, else as the last digit of the member's number does. */
public final class EligibilityDesk implements SimulatedPayer.Desk {
    private static final String MEMBERS = "members.txt";

    private final Map<String, SimulatedMember> members;

    private EligibilityDesk(Map<String, SimulatedMember> members) {
        this.members = members;
    }

    /** A desk without a file of members. */
    public static EligibilityDesk usual() {
        return new EligibilityDesk(Map.of());
    }

    /**
     * The desk of a folder, with {@code members.txt} in it if there is one.
     *
     * @throws IllegalArgumentException if the file can not be read; says which line
     */
    public static EligibilityDesk at(Path folder) throws IOException {
        Path file = folder.resolve(MEMBERS);
        return Files.exists(file) ? of(Files.readAllLines(file, StandardCharsets.UTF_8)) : usual();
    }

    /** The desk of some lines of such a file. */
    static EligibilityDesk of(List<String> lines) {
        return new EligibilityDesk(SimulatedMember.read(lines));
    }

    @Override
    public List<PayerFile> answer(String name, SimulatedPayer.Source file, LocalDateTime at) throws IOException {
        List<EligibilityInquiry> inquiries = new ArrayList<>();
        boolean whole;
        try (InputStream in = file.open()) {
            whole = InquiryReader.read(in, inquiries::add).isEmpty();
        }
        if (!whole || inquiries.isEmpty()) {
            return List.of();
        }
        List<AnswerWriter.Answered> answers = inquiries.stream()
                .map(inquiry -> new AnswerWriter.Answered(inquiry, answer(inquiry, at)))
                .toList();
        // the number is made from the questions, so that the same file is answered the same
        long control = 1 + Math.floorMod(inquiries.hashCode(), 999_999_998L);
        Interchange envelope = envelope(file, at, control);
        return List.of(PayerFile.of(name + ".271", out -> AnswerWriter.write(out, envelope, answers)));
    }

    /** As the questions came from somebody to somebody, the answers go back. */
    private static Interchange envelope(SimulatedPayer.Source file, LocalDateTime at, long control) throws IOException {
        try (InputStream in = file.open()) {
            InterchangeContents asked = InterchangeContents.of(in).get(0);
            return new Interchange(
                    /* sender= */ asked.receiver(), /* receiver= */ asked.sender(), at, control, asked.production());
        }
    }

    /** The answer to one question. */
    EligibilityAnswer answer(EligibilityInquiry inquiry, LocalDateTime at) {
        String number = inquiry.cover().memberId();
        SimulatedMember member = members.getOrDefault(number, SimulatedMember.byNumber(number));
        boolean refused = member.standing() == SimulatedMember.Standing.UNKNOWN
                || member.standing() == SimulatedMember.Standing.BUSY;
        EligibilityAnswer.Heading heading = new EligibilityAnswer.Heading(
                inquiry.trace(),
                Origin.SIMULATOR,
                refused ? Outcome.REFUSED : Outcome.ANSWERED,
                at.toInstant(ZoneOffset.UTC),
                inquiry.cover().payer().id(),
                inquiry.cover().payer().name());
        boolean dependent = !inquiry.cover().ofPatient();
        MemberSaid said = new MemberSaid(number, inquiry.patient(), dependent, false);
        return new EligibilityAnswer(
                heading,
                said,
                refused ? List.of() : benefits(member),
                EligibilityAnswer.PlanRemarks.NONE,
                refused ? List.of(reject(member, dependent)) : List.of());
    }

    private static Reject reject(SimulatedMember member, boolean dependent) {
        if (member.standing() == SimulatedMember.Standing.BUSY) {
            return new Reject(Reject.Level.PAYER, "42", "R");
        }
        return new Reject(dependent ? Reject.Level.DEPENDENT : Reject.Level.SUBSCRIBER, "75", "C");
    }

    private static List<Benefit> benefits(SimulatedMember member) {
        if (member.standing() == SimulatedMember.Standing.INACTIVE) {
            return List.of(Benefit.of(BenefitKind.INACTIVE, "30"));
        }
        List<Benefit> benefits = new ArrayList<>();
        benefits.add(Benefit.of(BenefitKind.ACTIVE, "30").with(new BenefitExtent("IND", "", "SIMULATED PLAN", "")));
        if (member.standing() == SimulatedMember.Standing.NOT_COVERED) {
            benefits.add(Benefit.of(BenefitKind.NOT_COVERED, "MH"));
            return benefits;
        }
        benefits.add(mentalHealth(member));
        if (!member.copay().isEmpty()) {
            benefits.add(Benefit.of(BenefitKind.COPAYMENT, "MH")
                    .with(BenefitExtent.individual("27"))
                    .with(BenefitAmount.money(member.copay()))
                    .with(BenefitTerms.IN_NETWORK));
        }
        if (!member.visitsLeft().isEmpty()) {
            benefits.add(limit("23", SimulatedMember.VISITS));
            benefits.add(limit(BenefitExtent.REMAINING, Integer.parseInt(member.visitsLeft())));
        }
        if (!member.other().isEmpty()) {
            benefits.add(Benefit.of(BenefitKind.OTHER_PAYER, "30")
                    .with(BenefitRemarks.of(new BenefitContact("PRP", member.other(), "SIM2", "", ""))));
        }
        return benefits;
    }

    private static Benefit mentalHealth(SimulatedMember member) {
        Benefit covered = Benefit.of(BenefitKind.ACTIVE, "MH").with(new BenefitTerms(member.authorization(), "Y"));
        return member.carveOut().isEmpty()
                ? covered
                : covered.with(BenefitRemarks.of(new BenefitContact("VN", member.carveOut(), "SIM1", "", "")));
    }

    private static Benefit limit(String period, int visits) {
        return Benefit.of(BenefitKind.LIMITATION, "MH")
                .with(BenefitExtent.individual(period))
                .with(BenefitAmount.count("VS", visits));
    }
}
