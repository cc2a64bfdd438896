package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.Said;

/** Says what part of a charge each adjustment is. */
final class Apportioning {
    private static final Column REASON = Column.of("reason");
    private static final Column GROUP = Column.of("group");

    private final Table table;
    private final LocalDate date;

    Apportioning(RuleBook book, LocalDate date) {
        this.table = book.table(RemittanceTables.ADJUSTMENTS);
        this.date = date;
    }

    /** One line; an amount that the payer says it allowed is taken at its word. */
    PostedAmounts of(ServicePayment line, ClaimPayment claim) {
        List<String> remarks = line.remarks().isEmpty() ? claim.remarks() : line.remarks();
        PostedAmounts parts = parts(new Said(line.charge(), line.paid(), remarks), line.adjustments());
        return line.amount("B6").map(allowed -> allowing(parts, allowed)).orElse(parts);
    }

    /** What is said of the claim outside of its lines; all of it if there are no lines. */
    PostedAmounts ofWholeClaim(ClaimPayment claim) {
        BigDecimal charge = claim.charge();
        BigDecimal paid = claim.paid();
        for (ServicePayment line : claim.lines()) {
            charge = charge.subtract(line.charge());
            paid = paid.subtract(line.paid());
        }
        return parts(new Said(charge, paid, claim.remarks()), claim.adjustments());
    }

    /** The claim with its lines as one. */
    PostedAmounts ofEverything(ClaimPayment claim) {
        List<Adjustment> all = new ArrayList<>(claim.adjustments());
        claim.lines().forEach(line -> all.addAll(line.adjustments()));
        List<String> remarks = Stream.concat(
                        claim.remarks().stream(), claim.lines().stream().flatMap(line -> line.remarks().stream()))
                .distinct()
                .toList();
        return parts(new Said(claim.charge(), claim.paid(), remarks), all);
    }

    private record Said(BigDecimal charge, BigDecimal paid, List<String> remarks) {}

    private PostedAmounts parts(Said said, List<Adjustment> adjustments) {
        Map<AdjustmentKind, BigDecimal> sums = new EnumMap<>(AdjustmentKind.class);
        List<Denial> denials = new ArrayList<>(0);
        for (Adjustment adjustment : adjustments) {
            AdjustmentKind kind = kind(adjustment);
            sums.merge(kind, adjustment.amount(), BigDecimal::add);
            if (kind == AdjustmentKind.DENIED) {
                denials.add(new Denial(adjustment.group(), adjustment.reason(), said.remarks(), adjustment.amount()));
            }
        }
        BigDecimal contractual = sums.getOrDefault(AdjustmentKind.CONTRACTUAL, Money.ZERO);
        BigDecimal denied = sums.getOrDefault(AdjustmentKind.DENIED, Money.ZERO);
        return new PostedAmounts(
                said.charge(),
                said.charge().subtract(contractual).subtract(denied),
                said.paid(),
                contractual,
                sums.getOrDefault(AdjustmentKind.REDUCTION, Money.ZERO),
                sums.getOrDefault(AdjustmentKind.DEDUCTIBLE, Money.ZERO),
                sums.getOrDefault(AdjustmentKind.COINSURANCE, Money.ZERO),
                sums.getOrDefault(AdjustmentKind.COPAYMENT, Money.ZERO),
                sums.getOrDefault(AdjustmentKind.PATIENT, Money.ZERO),
                sums.getOrDefault(AdjustmentKind.PRIOR, Money.ZERO),
                denied,
                denials);
    }

    private AdjustmentKind kind(Adjustment adjustment) {
        Situation facts = Situation.EMPTY
                .with(REASON, new Fact<>(adjustment.reason(), List.of()))
                .with(GROUP, new Fact<>(adjustment.group(), List.of()));
        return table.first(facts, date)
                .map(row -> AdjustmentKind.valueOf(row.result("part").toUpperCase(Locale.ROOT)))
                .orElse(AdjustmentKind.DENIED);
    }

    private static PostedAmounts allowing(PostedAmounts parts, BigDecimal allowed) {
        return new PostedAmounts(
                parts.charge(),
                allowed,
                parts.paid(),
                parts.contractual(),
                parts.reduction(),
                parts.deductible(),
                parts.coinsurance(),
                parts.copayment(),
                parts.patient(),
                parts.prior(),
                parts.denied(),
                parts.denials());
    }
}
