package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Dated;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;

/** Remittances that balance, as different as a seed makes them. */
public final class GeneratedRemittances {
    private static final String[] CODES = {"90837", "90834", "90791", "99214", "H0015", "90853", "90785"};
    private static final String[] MODIFIERS = {"95", "GT", "HO", "59", "25"};
    private static final String[] STATUSES = {"1", "2", "3", "4", "19", "20", "21", "22", "23", "25"};
    private static final String[] GROUPS = {"CO", "PR", "OA", "PI"};
    private static final String[] REASONS = {"45", "1", "2", "3", "97", "197", "23", "253", "16"};
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final Random random;
    private int number;

    public GeneratedRemittances(long seed) {
        this.random = new Random(seed);
    }

    public static Interchange interchange(long control) {
        return new Interchange("PAYER", "PRACTICE", LocalDateTime.of(2026, 3, 2, 10, 30), control, true);
    }

    /** One with that many claims. */
    public Remittance next(int claims) {
        List<ClaimPayment> made = new ArrayList<>();
        BigDecimal paid = Money.ZERO;
        for (int i = 0; i < claims; i++) {
            made.add(claim());
            paid = paid.add(made.get(i).paid());
        }
        List<ProviderAdjustment> adjustments = new ArrayList<>();
        if (random.nextBoolean()) {
            adjustments.add(
                    new ProviderAdjustment("1234567893", LocalDate.of(2026, 12, 31), "WO", "X" + number, cents(500)));
        }
        if (random.nextBoolean()) {
            adjustments.add(new ProviderAdjustment(
                    "1234567893",
                    LocalDate.of(2026, 12, 31),
                    "L6",
                    "",
                    cents(500).negate()));
        }
        BigDecimal left = Balance.expected(paid, adjustments);
        if (left.signum() < 0) {
            adjustments.add(new ProviderAdjustment("1234567893", LocalDate.of(2026, 12, 31), "FB", "FORWARD", left));
            left = Money.ZERO;
        }
        return new Remittance(header(left), "8005551212", made, adjustments);
    }

    private RemittanceHeader header(BigDecimal amount) {
        String method = amount.signum() == 0 ? "NON" : "CHK";
        Payment payment = new Payment("I", amount, method, DAY, "CHECK" + ++number, "1999999999");
        Party payer = new Party("A PAYER", "XV", "12345", List.of("1 MAIN ST", "ALBANY", "NY", "12207"), List.of());
        Party payee = new Party("A PRACTICE", "XX", "1234567893", List.of(), List.of(new Reference("TJ", "999999999")));
        return new RemittanceHeader(payment, payer, payee, DAY, List.of(), new Controls("", "", "", ""));
    }

    private ClaimPayment claim() {
        String status = pick(STATUSES);
        int sign = status.equals("22") ? -1 : 1;
        List<ServicePayment> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            lines.add(line(i, sign));
        }
        BigDecimal charge = sum(lines, true);
        BigDecimal paid = sum(lines, false);
        List<Adjustment> own = random.nextInt(5) == 0 ? List.of(new Adjustment("OA", "23", cents(50))) : List.of();
        for (Adjustment adjustment : own) {
            paid = paid.subtract(adjustment.amount());
        }
        number++;
        return new ClaimPayment(
                "PT" + number,
                status,
                charge,
                paid,
                sign > 0 ? cents(100) : null,
                "12",
                "ICN" + number,
                "11",
                "1",
                own,
                List.of(
                        new NamedParty("QC", "1", "DOE", "JANE", "MI", "M" + number),
                        new NamedParty("82", "1", "SMITH", "ANN", "XX", "1234567893")),
                random.nextInt(4) == 0 ? List.of("MA01", "N30") : List.of(),
                random.nextInt(4) == 0 ? List.of(new Reference("EA", "R" + number)) : List.of(),
                List.of(new Dated("232", DAY), new Dated("233", DAY)),
                random.nextInt(4) == 0 ? List.of(new Amount("AU", cents(100))) : List.of(),
                lines);
    }

    private ServicePayment line(int index, int sign) {
        BigDecimal charge = cents(40_000);
        List<Adjustment> adjustments = new ArrayList<>();
        BigDecimal paid = charge;
        for (int i = random.nextInt(9); i > 0; i--) {
            BigDecimal off = paid.multiply(BigDecimal.valueOf(random.nextInt(100)))
                    .divide(BigDecimal.valueOf(100), 2, java.math.RoundingMode.DOWN);
            paid = paid.subtract(off);
            BigDecimal quantity = random.nextInt(6) == 0 ? BigDecimal.valueOf(random.nextInt(3) + 1) : null;
            adjustments.add(
                    new Adjustment(pick(GROUPS), pick(REASONS), off.multiply(BigDecimal.valueOf(sign)), quantity));
        }
        Procedure procedure = procedure();
        BigDecimal factor = BigDecimal.valueOf(sign);
        return new ServicePayment(
                procedure,
                charge.multiply(factor),
                paid.multiply(factor),
                "",
                maybe(BigDecimal.valueOf(random.nextInt(4) + 1)),
                maybe(new Procedure("HC", "90832", List.of())),
                null,
                DAY,
                maybe(DAY.plusDays(1)),
                adjustments,
                random.nextInt(5) == 0 ? List.of() : List.of(new Reference("6R", "L" + index)),
                random.nextBoolean() ? List.of(new Amount("B6", cents(200))) : List.of(),
                random.nextInt(3) == 0 ? List.of("N130", "M15") : List.of());
    }

    private Procedure procedure() {
        List<String> modifiers = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            modifiers.add(pick(MODIFIERS));
        }
        return new Procedure("HC", pick(CODES), modifiers);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private BigDecimal cents(int most) {
        return BigDecimal.valueOf(random.nextInt(most) + 1L, 2);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static BigDecimal sum(List<ServicePayment> lines, boolean charges) {
        return lines.stream().map(line -> charges ? line.charge() : line.paid()).reduce(Money.ZERO, BigDecimal::add);
    }
}
