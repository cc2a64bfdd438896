package org.plainclaim.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.simulator.PayerMemory.Remembered;
import org.plainclaim.simulator.PayerMemory.State;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Dated;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.ServicePayment;

/** Decides on claims and makes the parts of remittances that say so. */
final class ClaimDecision {
    private final Scenario scenario;
    private final PayerMemory memory;

    ClaimDecision(Scenario scenario, PayerMemory memory) {
        this.scenario = scenario;
        this.memory = memory;
    }

    /**
     * What a claim comes to.
     *
     * @param now parts of the remittance that answers it
     * @param later parts of a second one, in which the payer thinks again; usually none
     */
    record Decided(List<ClaimPayment> now, List<ClaimPayment> later) {
        Decided {
            now = List.copyOf(now);
            later = List.copyOf(later);
        }
    }

    /** Decides on a claim that was taken; what it replaces or voids is taken back first. */
    Decided decide(Submission claim, String number) {
        List<ClaimPayment> now = new ArrayList<>();
        Frequency frequency = claim.heading().frequency();
        if (frequency.needsOriginal()) {
            takeBack(claim).ifPresent(now::add);
        }
        if (frequency == Frequency.VOID) {
            memory.keep(new Remembered(number, claim, State.TAKEN_BACK, null));
            return new Decided(now, List.of());
        }
        ClaimPayment answer = answer(claim, number, false);
        now.add(answer);
        if (scenario.effect("correct", claim).isEmpty()) {
            memory.keep(new Remembered(number, claim, State.ANSWERED, answer));
            return new Decided(now, List.of());
        }
        ClaimPayment again = answer(claim, number, true);
        memory.keep(new Remembered(number, claim, State.ANSWERED, again));
        return new Decided(now, List.of(reversal(answer), again));
    }

    private Optional<ClaimPayment> takeBack(Submission claim) {
        Optional<Remembered> original =
                memory.numbered(claim.heading().originalNumber()).filter(one -> one.state() == State.ANSWERED);
        original.ifPresent(one -> {
            memory.forget(one.claim());
            memory.keep(new Remembered(one.number(), one.claim(), State.TAKEN_BACK, null));
        });
        return original.map(Remembered::answer).map(ClaimDecision::reversal);
    }

    private ClaimPayment answer(Submission claim, String number, boolean corrected) {
        Adjudication adjudication = new Adjudication(scenario, claim, corrected);
        List<ServicePayment> lines = new ArrayList<>();
        for (Line line : claim.lines()) {
            boolean duplicate = !corrected && memory.chargedBefore(claim, line);
            lines.addAll(adjudication.line(line, duplicate));
        }
        BigDecimal paid = sum(lines.stream().map(ServicePayment::paid).toList());
        return new ClaimPayment(
                claim.heading().id(),
                status(claim, paid, lines),
                sum(lines.stream().map(ServicePayment::charge).toList()),
                paid,
                patient(lines),
                claim.cover().filing(),
                number,
                claim.heading().placeOfService(),
                claim.heading().frequency().code(),
                List.of(),
                List.of(new NamedParty(
                        "QC",
                        "1",
                        claim.patient().last(),
                        claim.patient().first(),
                        "MI",
                        claim.cover().memberId())),
                List.of(),
                List.of(),
                claim.lines().isEmpty()
                        ? List.of()
                        : List.of(new Dated("232", claim.lines().get(0).from())),
                List.of(),
                lines);
    }

    /** Whose turn it is; or a denial, if nothing is paid and nobody else bears anything. */
    private String status(Submission claim, BigDecimal paid, List<ServicePayment> lines) {
        boolean borne =
                lines.stream().flatMap(line -> line.adjustments().stream()).anyMatch(ClaimDecision::borneByOthers);
        int order = Math.min(3, claim.cover().order());
        if (paid.signum() == 0 && !borne) {
            return "4";
        }
        boolean forward = scenario.effect("forward", claim).orElse("no").equals("yes");
        return Integer.toString(forward ? order + 18 : order);
    }

    private static boolean borneByOthers(Adjustment adjustment) {
        boolean ofPatient =
                adjustment.group().equals("PR") && List.of("1", "2", "3").contains(adjustment.reason());
        return ofPatient || adjustment.reason().equals("23");
    }

    private static BigDecimal patient(List<ServicePayment> lines) {
        return sum(lines.stream()
                .flatMap(line -> line.adjustments().stream())
                .filter(adjustment -> adjustment.group().equals("PR"))
                .map(Adjustment::amount)
                .toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(Money.ZERO, BigDecimal::add);
    }

    /** The same with all signs turned. */
    static ClaimPayment reversal(ClaimPayment answer) {
        BigDecimal patient = answer.patientResponsibility();
        return new ClaimPayment(
                answer.submittedId(),
                "22",
                answer.charge().negate(),
                answer.paid().negate(),
                patient == null ? null : patient.negate(),
                answer.filing(),
                answer.payerControlNumber(),
                answer.facility(),
                answer.frequency(),
                turned(answer.adjustments()),
                answer.parties(),
                answer.remarks(),
                answer.references(),
                answer.dates(),
                answer.amounts(),
                answer.lines().stream().map(ClaimDecision::reversal).toList());
    }

    private static ServicePayment reversal(ServicePayment line) {
        return new ServicePayment(
                line.procedure(),
                line.charge().negate(),
                line.paid().negate(),
                line.revenueCode(),
                line.units(),
                line.submitted(),
                line.submittedUnits(),
                line.from(),
                line.to(),
                turned(line.adjustments()),
                line.references(),
                line.amounts(),
                line.remarks());
    }

    private static List<Adjustment> turned(List<Adjustment> adjustments) {
        return adjustments.stream()
                .map(one ->
                        new Adjustment(one.group(), one.reason(), one.amount().negate(), one.quantity()))
                .toList();
    }
}
