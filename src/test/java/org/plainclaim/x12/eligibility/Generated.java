package org.plainclaim.x12.eligibility;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plainclaim.eligibility.AskedService;
import org.plainclaim.eligibility.Benefit;
import org.plainclaim.eligibility.BenefitAmount;
import org.plainclaim.eligibility.BenefitContact;
import org.plainclaim.eligibility.BenefitExtent;
import org.plainclaim.eligibility.BenefitRemarks;
import org.plainclaim.eligibility.BenefitTerms;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.eligibility.MemberSaid;
import org.plainclaim.eligibility.PlanDate;
import org.plainclaim.eligibility.PlanNumber;
import org.plainclaim.eligibility.Reject;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.x12.Interchange;

/** Questions and answers made by chance, the same for the same seed. */
final class Generated {
    static final LocalDateTime AT = LocalDateTime.of(2026, 3, 9, 12, 30);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final Random random;

    Generated(long seed) {
        this.random = new Random(seed);
    }

    static Interchange interchange(long control) {
        return new Interchange("SENDER", "RECEIVER", AT, control, false);
    }

    private String some(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private Person person(boolean address) {
        return new Person(
                some("DOE", "O'NEIL", "SMITH-JONES"),
                some("JANE", "JOHN", "A"),
                some("", "Q"),
                some("", "JR"),
                LocalDate.of(1950 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                some("F", "M", "U"),
                address
                        ? new Address("1 MAIN ST", some("", "APT 2"), "SALEM", "OR", some("97301", "973011234"))
                        : Address.UNKNOWN);
    }

    EligibilityInquiry inquiry(int number) {
        Provider provider = maybe()
                ? new Provider(
                        Provider.Kind.ORGANIZATION,
                        "A PRACTICE",
                        "",
                        "1234567893",
                        some("", "261QM0850X"),
                        "",
                        "",
                        Address.UNKNOWN)
                : Provider.clinician("ROE", "RICHARD", "1234567893", some("", "103TC0700X"));
        Person patient = person(false);
        boolean self = maybe();
        Cover cover = new Cover(
                1,
                new Payer("P" + random.nextInt(9), "A PAYER", ""),
                "",
                self ? "18" : some("01", "19", "G8"),
                "M" + random.nextInt(100_000),
                some("", "G1"),
                "",
                self ? patient : person(false),
                null,
                null);
        List<AskedService> services = new ArrayList<>(List.of(AskedService.of("30"), AskedService.of("MH")));
        if (maybe()) {
            services.add(new AskedService("", Procedure.of("90837", "95"), some("", "11", "10")));
        }
        LocalDate to = DAY.plusDays(random.nextInt(2));
        return new EligibilityInquiry("T" + number, provider, patient, cover, DAY, to, services);
    }

    private List<Benefit> benefits() {
        List<Benefit> benefits = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            benefits.add(benefit());
        }
        return benefits;
    }

    private Benefit benefit() {
        boolean procedure = random.nextInt(4) == 0;
        return new Benefit(
                some("1", "6", "A", "B", "C", "F", "G", "I", "R", "U", "Y", "CB", "MC", "D"),
                new Benefit.Subject(
                        procedure ? List.of() : maybe() ? List.of("MH") : List.of("30", "98", "MH"),
                        procedure ? Procedure.of("90837") : null,
                        maybe() ? List.of() : List.of("11", "10")),
                new BenefitExtent(some("", "IND", "FAM"), some("", "HM"), some("", "GOLD PLAN"), some("", "23", "29")),
                amount(),
                new BenefitTerms(some("", "Y", "N", "U"), some("", "Y", "N", "W")),
                maybe() ? BenefitRemarks.NONE : remarks());
    }

    private BenefitAmount amount() {
        return switch (random.nextInt(4)) {
            case 0 -> BenefitAmount.NONE;
            case 1 -> new BenefitAmount(Money.of(BigDecimal.valueOf(random.nextInt(100_000), 2)), null, "", null);
            case 2 -> new BenefitAmount(null, BigDecimal.valueOf(random.nextInt(100), 2), "", null);
            default -> BenefitAmount.count(some("VS", "DY"), random.nextInt(60));
        };
    }

    private BenefitRemarks remarks() {
        return new BenefitRemarks(
                List.of(new PlanDate("291", DAY, DAY.plusDays(random.nextInt(300)))),
                List.of(new PlanNumber("18", "PLAN7", some("", "GOLD"))),
                List.of("CALL FOR DETAILS"),
                List.of(
                        new BenefitContact("VN", "MIND MANAGERS", some("", "MM1"), some("", "8005550100"), ""),
                        new BenefitContact("PR", "OTHER", "OH1", some("", "8005550199"), some("", "OTHER.EXAMPLE"))));
    }

    AnswerWriter.Answered answered(EligibilityInquiry inquiry) {
        boolean dependent = !inquiry.cover().ofPatient();
        boolean refused = random.nextInt(5) == 0;
        EligibilityAnswer.Heading heading = new EligibilityAnswer.Heading(
                inquiry.trace(),
                EligibilityAnswer.Origin.PAYER,
                refused ? EligibilityAnswer.Outcome.REFUSED : EligibilityAnswer.Outcome.ANSWERED,
                instant(),
                inquiry.cover().payer().id(),
                inquiry.cover().payer().name());
        MemberSaid member = new MemberSaid(inquiry.cover().memberId(), person(maybe()), dependent, maybe());
        if (refused) {
            return new AnswerWriter.Answered(inquiry, refusal(heading, member));
        }
        EligibilityAnswer.PlanRemarks plan = maybe()
                ? EligibilityAnswer.PlanRemarks.NONE
                : new EligibilityAnswer.PlanRemarks(
                        List.of(new PlanDate("346", DAY, DAY)), List.of(new PlanNumber("6P", "G1", "")), List.of());
        return new AnswerWriter.Answered(inquiry, new EligibilityAnswer(heading, member, benefits(), plan, List.of()));
    }

    private EligibilityAnswer refusal(EligibilityAnswer.Heading heading, MemberSaid member) {
        Reject.Level level = member.dependent() ? Reject.Level.DEPENDENT : Reject.Level.SUBSCRIBER;
        boolean early = maybe();
        if (early) {
            level = maybe() ? Reject.Level.PAYER : Reject.Level.PROVIDER;
        }
        return new EligibilityAnswer(
                heading,
                early ? MemberSaid.NOBODY : member,
                List.of(),
                EligibilityAnswer.PlanRemarks.NONE,
                List.of(new Reject(level, some("42", "72", "75"), some("", "C", "R"))));
    }

    private static Instant instant() {
        return AT.toInstant(ZoneOffset.UTC);
    }
}
