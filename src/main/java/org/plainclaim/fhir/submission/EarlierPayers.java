package org.plainclaim.fhir.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.submission.InsuranceReader.Insured;
import org.plainclaim.fhir.submission.LineReader.ItemLine;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.OtherCover;

/** Puts what earlier payers decided on a claim and its lines, and says where it does not add up. */
final class EarlierPayers {
    private final ClaimReading reading;
    private final List<Insured> others;
    private final List<@Nullable AnswerOfPayer> answers = new ArrayList<>();

    EarlierPayers(ClaimReading reading, List<Insured> insured) {
        this.reading = reading;
        this.others = insured.stream().filter(one -> !one.focal()).toList();
        int place = insured.stream()
                .filter(Insured::focal)
                .mapToInt(one -> one.cover().order())
                .findFirst()
                .orElse(1);
        for (Insured other : others) {
            answers.add(
                    other.cover().order() < place
                            ? response(other)
                                    .map(found -> AnswerOfPayer.of(reading, found))
                                    .orElse(null)
                            : null);
        }
    }

    /** The answer that the claim names, else the last one of that payer to this claim that still holds. */
    private Optional<Element> response(Insured insured) {
        Element named = insured.insurance() == null
                ? reading.claim().child("none")
                : insured.insurance().child("claimResponse");
        if (named.present()) {
            return reading.follow(named);
        }
        return StandingAnswers.among(reading.ofType("ClaimResponse").stream()
                        .filter(response -> response.child("status").is("active"))
                        .filter(response -> !response.child("use").is("preauthorization"))
                        .filter(response -> reading.leads(response.child("request"), reading.claim()))
                        .filter(response -> !insured.payor().isEmpty()
                                && reading.find(response.child("insurer"))
                                        .filter(found -> found.reference().equals(insured.payor()))
                                        .isPresent())
                        .toList())
                .latest();
    }

    List<OtherCover> others() {
        List<OtherCover> covers = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            AnswerOfPayer answer = answers.get(i);
            covers.add(new OtherCover(
                    others.get(i).cover(),
                    answer == null ? null : answer.decision(),
                    answer == null ? List.of() : answer.adjustments()));
        }
        return covers;
    }

    /** The lines with what was decided on each. */
    List<Line> decided(List<ItemLine> lines) {
        return lines.stream().map(one -> with(one.line(), decisions(one))).toList();
    }

    private List<LineDecision> decisions(ItemLine one) {
        List<LineDecision> all = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            AnswerOfPayer answer = answers.get(i);
            if (answer != null) {
                List<LineDecision> decisions = answer.onLine(
                        one.item(), one.line(), others.get(i).cover().payer().id());
                balance(one, answer, decisions);
                all.addAll(decisions);
            }
        }
        return all;
    }

    /** Charge = paid + adjustments, to the cent: else the next payer would refuse the claim or pay a wrong sum. */
    private void balance(ItemLine one, AnswerOfPayer answer, List<LineDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        BigDecimal accounted = Money.ZERO;
        for (LineDecision decision : decisions) {
            accounted = accounted.add(decision.paid()).add(sum(decision.adjustments()));
        }
        BigDecimal charge = one.line().charge();
        BigDecimal asked = charge == null ? answer.submitted(one.item()) : charge;
        if (asked != null && asked.compareTo(accounted) != 0) {
            reading.problem(
                    "business-rule",
                    answer.response().child("item"),
                    "does not add up for item " + one.item().child("sequence").textOr("?")
                            + ": charge is not what was paid and what was taken off",
                    "Send the adjudication of the earlier payer with every adjustment, for the charge of the claim.");
        }
    }

    /** The same for the claim as a whole; said once all lines are known. */
    void balance(List<Line> lines, List<OtherCover> covers) {
        for (int i = 0; i < covers.size(); i++) {
            AnswerOfPayer answer = answers.get(i);
            Decision decision = covers.get(i).decision();
            if (answer != null && decision != null) {
                answer.complainOfStrangers();
                balance(lines, covers.get(i), decision, answer.response());
            }
        }
    }

    private void balance(List<Line> lines, OtherCover other, Decision decision, Element response) {
        BigDecimal accounted = decision.paid().add(sum(other.adjustments()));
        BigDecimal charge = Money.ZERO;
        for (Line line : lines) {
            if (line.charge() == null) {
                return;
            }
            charge = charge.add(line.charge());
            for (LineDecision one : line.decisions()) {
                boolean same = one.payerId().equals(other.cover().payer().id());
                accounted = same ? accounted.add(sum(one.adjustments())) : accounted;
            }
        }
        if (charge.compareTo(accounted) != 0) {
            reading.problem(
                    "business-rule",
                    response.child("payment").child("amount"),
                    "does not add up with the adjustments to the charge of the claim",
                    "Send the whole adjudication of the earlier payer: charge is what was paid and what was taken"
                            + " off.");
        }
    }

    private static BigDecimal sum(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::amount).reduce(Money.ZERO, BigDecimal::add);
    }

    private static Line with(Line line, List<LineDecision> decisions) {
        return new Line(
                line.control(),
                line.procedure(),
                line.revenueCode(),
                line.description(),
                line.charge(),
                line.units(),
                line.placeOfService(),
                line.from(),
                line.to(),
                line.pointers(),
                line.rendering(),
                line.authorization(),
                line.emergency(),
                decisions);
    }
}
