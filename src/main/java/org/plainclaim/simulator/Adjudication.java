package org.plainclaim.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.remittance.ServicePayment;

/** Decides on the lines of a claim; charge less adjustments is always what is paid. */
final class Adjudication {
    private static final String USUALLY_ALLOWED = "80";

    private final Scenario scenario;
    private final Submission claim;
    private final boolean corrected;

    /**
     * A decision on a claim.
     *
     * @param corrected true for the second thought of a payer that takes its first one back
     */
    Adjudication(Scenario scenario, Submission claim, boolean corrected) {
        this.scenario = scenario;
        this.claim = claim;
        this.corrected = corrected;
    }

    /** Charge and adjustments of a line, or of a part of one. */
    private record Part(BigDecimal charge, List<Adjustment> adjustments) {
        BigDecimal paid() {
            BigDecimal left = charge;
            for (Adjustment adjustment : adjustments) {
                left = left.subtract(adjustment.amount());
            }
            return left;
        }
    }

    /** A line as often as the payer splits it; a duplicate is denied. */
    List<ServicePayment> line(Line line, boolean duplicate) {
        BigDecimal charge = line.charge() == null ? Money.ZERO : line.charge();
        if (duplicate) {
            return List.of(answer(line, new Part(charge, List.of(new Adjustment("OA", "18", charge))), List.of()));
        }
        Optional<String> denied = corrected ? Optional.empty() : effect("deny", line);
        if (denied.isPresent()) {
            return List.of(answer(line, refused(charge, denied.get()), remarks(line)));
        }
        if (claim.cover().order() > 1) {
            return List.of(answer(line, afterOthers(line, charge), List.of()));
        }
        if (yes("split", line) && charge.compareTo(new BigDecimal("0.02")) >= 0) {
            BigDecimal first = EffectValues.part(charge, "50");
            return List.of(
                    answer(line, priced(line, first, true), List.of()),
                    answer(line, priced(line, charge.subtract(first), false), List.of()));
        }
        return List.of(answer(line, priced(line, charge, true), List.of()));
    }

    private static Part refused(BigDecimal charge, String groupAndReason) {
        int dash = groupAndReason.indexOf('-');
        return new Part(
                charge,
                List.of(new Adjustment(groupAndReason.substring(0, dash), groupAndReason.substring(dash + 1), charge)));
    }

    private List<String> remarks(Line line) {
        return effect("remark", line).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** What the contract takes off, then what the patient owes, never more than is left. */
    private Part priced(Line line, BigDecimal charge, boolean first) {
        String percent = (corrected ? effect("correct", line) : Optional.<String>empty())
                .orElseGet(() -> effect("allow", line).orElse(USUALLY_ALLOWED));
        BigDecimal left = EffectValues.part(charge, percent);
        List<Adjustment> adjustments = new ArrayList<>();
        add(adjustments, "CO", "45", charge.subtract(left));
        if (first) {
            left = less(
                    left,
                    adjustments,
                    "1",
                    effect("deductible", line).map(Money::of).orElse(Money.ZERO));
            left = less(
                    left, adjustments, "3", effect("copay", line).map(Money::of).orElse(Money.ZERO));
        }
        BigDecimal share = EffectValues.part(left, effect("coinsurance", line).orElse("0"));
        less(left, adjustments, "2", share);
        return new Part(charge, adjustments);
    }

    private static BigDecimal less(BigDecimal left, List<Adjustment> adjustments, String reason, BigDecimal wanted) {
        BigDecimal taken = wanted.min(left);
        add(adjustments, "PR", reason, taken);
        return left.subtract(taken);
    }

    private static void add(List<Adjustment> adjustments, String group, String reason, BigDecimal amount) {
        if (amount.signum() != 0) {
            adjustments.add(new Adjustment(group, reason, amount));
        }
    }

    /** What the payers before left to the patient, as far as it is allowed; without their answer nothing. */
    private Part afterOthers(Line line, BigDecimal charge) {
        if (line.decisions().isEmpty()) {
            return refused(charge, "CO-22");
        }
        BigDecimal prior =
                line.decisions().stream().map(decision -> decision.paid()).reduce(Money.ZERO, BigDecimal::add);
        BigDecimal patient = line.decisions().get(line.decisions().size() - 1).adjustments().stream()
                .filter(adjustment -> adjustment.group().equals("PR"))
                .map(Adjustment::amount)
                .reduce(Money.ZERO, BigDecimal::add)
                .max(Money.ZERO)
                .min(charge);
        BigDecimal allowed = EffectValues.part(charge, effect("allow", line).orElse("100"));
        BigDecimal pays = patient.min(allowed.subtract(prior).max(Money.ZERO));
        List<Adjustment> adjustments = new ArrayList<>();
        add(adjustments, "OA", "23", charge.subtract(patient));
        add(adjustments, "CO", "45", patient.subtract(pays));
        less(pays, adjustments, "3", effect("copay", line).map(Money::of).orElse(Money.ZERO));
        return new Part(charge, adjustments);
    }

    private ServicePayment answer(Line line, Part part, List<String> remarks) {
        Optional<String> modifier = effect("modifier", line);
        Procedure changed = modifier.map(
                        code -> new Procedure("HC", line.procedure().code(), List.of(code)))
                .orElse(line.procedure());
        boolean echo = !effect("echo", line).orElse("yes").equals("no");
        return new ServicePayment(
                changed,
                part.charge(),
                part.paid(),
                line.revenueCode(),
                line.units(),
                null,
                null,
                line.from(),
                line.to().equals(line.from()) ? null : line.to(),
                part.adjustments(),
                echo ? List.of(new Reference("6R", line.control())) : List.of(),
                List.of(),
                remarks);
    }

    private Optional<String> effect(String name, Line line) {
        return scenario.effect(name, claim, line);
    }

    private boolean yes(String name, Line line) {
        return effect(name, line).orElse("no").equals("yes");
    }
}
