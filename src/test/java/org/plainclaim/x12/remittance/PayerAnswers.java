package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;

/** Claims and answers in few words. */
public final class PayerAnswers {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private PayerAnswers() {}

    public static BigDecimal money(String amount) {
        return Money.of(amount);
    }

    public static Adjustment adjustment(String group, String reason, String amount) {
        return new Adjustment(group, reason, money(amount));
    }

    public static SentLine sentLine(String control, String charge, String code, String... modifiers) {
        return new SentLine(control, Procedure.of(code, modifiers), DAY, DAY, money(charge), BigDecimal.ONE);
    }

    public static SentClaim sentClaim(String id, SentLine... lines) {
        BigDecimal charge = Stream.of(lines).map(SentLine::charge).reduce(Money.ZERO, BigDecimal::add);
        return new SentClaim(id, "", charge, List.of(lines));
    }

    /** A line under a control number; an empty one is left out. */
    public static ServicePayment line(String control, Procedure procedure, String[] money, Adjustment... adjustments) {
        return line(control, procedure, null, money, adjustments);
    }

    public static ServicePayment line(
            String control,
            Procedure procedure,
            @Nullable Procedure submitted,
            String[] money,
            Adjustment... adjustments) {
        List<Reference> references = control.isEmpty() ? List.of() : List.of(new Reference("6R", control));
        return new ServicePayment(
                procedure,
                money(money[0]),
                money(money[1]),
                "",
                null,
                submitted,
                null,
                DAY,
                null,
                List.of(adjustments),
                references,
                List.of(),
                List.of());
    }

    public static ServicePayment withRemarks(ServicePayment line, String... remarks) {
        return new ServicePayment(
                line.procedure(),
                line.charge(),
                line.paid(),
                line.revenueCode(),
                line.units(),
                line.submitted(),
                line.submittedUnits(),
                line.from(),
                line.to(),
                line.adjustments(),
                line.references(),
                line.amounts(),
                List.of(remarks));
    }

    /** Charge and payment. */
    public static String[] chargedAndPaid(String charge, String paid) {
        return new String[] {charge, paid};
    }

    /** A claim whose sums are those of its lines. */
    public static ClaimPayment claim(String id, String status, ServicePayment... lines) {
        BigDecimal charge = Stream.of(lines).map(ServicePayment::charge).reduce(Money.ZERO, BigDecimal::add);
        BigDecimal paid = Stream.of(lines).map(ServicePayment::paid).reduce(Money.ZERO, BigDecimal::add);
        return claim(id, status, chargedAndPaid(charge.toString(), paid.toString()), List.of(), lines);
    }

    public static ClaimPayment claim(
            String id, String status, String[] money, List<Adjustment> adjustments, ServicePayment... lines) {
        return new ClaimPayment(
                id,
                status,
                money(money[0]),
                money(money[1]),
                null,
                "12",
                "ICN" + id,
                "11",
                "1",
                adjustments,
                List.of(new NamedParty("QC", "1", "DOE", "JANE", "MI", "M1")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(lines));
    }

    public static SentClaims sent(SentClaim... claims) {
        return new SentClaims() {
            @Override
            public List<SentClaim> withId(String id) {
                return Stream.of(claims).filter(claim -> claim.id().equals(id)).toList();
            }

            @Override
            public List<SentClaim> withPayerControlNumber(String number) {
                return Stream.of(claims)
                        .filter(claim -> claim.payerControlNumber().equals(number))
                        .toList();
            }
        };
    }
}
