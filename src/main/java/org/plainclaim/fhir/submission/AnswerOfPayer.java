package org.plainclaim.fhir.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.X12Systems;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;

/** Reads one ClaimResponse of an earlier payer: what it paid, and why not more, claim and lines. */
final class AnswerOfPayer {
    private final ClaimReading reading;
    private final Element response;
    private final LocalDate date;

    private AnswerOfPayer(ClaimReading reading, Element response, LocalDate date) {
        this.reading = reading;
        this.response = response;
        this.date = date;
    }

    /** The answer; null if it has no day on which it was given. */
    static @Nullable AnswerOfPayer of(ClaimReading reading, Element response) {
        Element paid = response.child("payment").child("date");
        LocalDate date = reading.day(paid.present() ? paid : response.child("created"));
        if (date == null) {
            reading.problem(
                    "required",
                    response.child("payment").child("date"),
                    "is missing",
                    "Say when the earlier payer decided.");
            return null;
        }
        return new AnswerOfPayer(reading, response, date);
    }

    Decision decision() {
        BigDecimal paid = reading.money(response.child("payment").child("amount"));
        if (paid == null) {
            paid = amount(response.each("total"), "benefit");
        }
        if (paid == null) {
            reading.problem(
                    "required",
                    response.child("payment").child("amount"),
                    "is missing",
                    "Say what the earlier payer paid, zero if it paid nothing.");
        }
        return new Decision(
                paid == null ? Money.ZERO : paid, date, ClaimReading.identifier(response, X12Systems.PAYER_CLAIM));
    }

    /** What was taken off the whole claim, outside of its lines. */
    List<Adjustment> adjustments() {
        return adjustments(response.each("adjudication"));
    }

    /** What was decided on the line of an item; an answer may split a line in several. */
    List<LineDecision> onLine(Element item, Line line, String payerId) {
        List<LineDecision> decisions = new ArrayList<>();
        Element sequence = item.child("sequence");
        for (Element answered : response.each("item")) {
            if (sequence.present() && answered.child("itemSequence").is(sequence.textOr(""))) {
                decisions.add(decision(answered, line, line.procedure(), payerId));
            }
        }
        for (Element added : response.each("addItem")) {
            boolean ofItem = added.each("itemSequence").stream().anyMatch(one -> one.is(sequence.textOr("-")));
            if (ofItem) {
                decisions.add(decision(added, line, procedure(added), payerId));
            }
        }
        return decisions;
    }

    /** Money that belongs to no line of ours can not go on to the next payer. */
    void complainOfStrangers() {
        for (Element added : response.each("addItem")) {
            if (added.each("itemSequence").isEmpty()) {
                reading.problem(
                        "business-rule",
                        added,
                        "is a line of the earlier payer that fits none of the claim",
                        "Say by itemSequence to which line it belongs.");
            }
        }
    }

    private LineDecision decision(Element answered, Line line, Procedure procedure, String payerId) {
        List<Element> adjudications = answered.each("adjudication");
        BigDecimal paid = amount(adjudications, "benefit");
        if (paid == null) {
            reading.problem(
                    "required",
                    answered.child("adjudication"),
                    "does not say what was paid (category benefit)",
                    "Say what the earlier payer paid for the line, zero if it paid nothing.");
        }
        BigDecimal units = units(answered, adjudications);
        return new LineDecision(
                payerId,
                procedure,
                paid == null ? Money.ZERO : paid,
                units == null ? line.units() : units,
                adjustments(adjudications),
                date);
    }

    private @Nullable BigDecimal units(Element answered, List<Element> adjudications) {
        BigDecimal stated = reading.number(answered.child("quantity").child("value"));
        return stated != null
                ? stated
                : adjudications.stream()
                        .filter(one -> isAmount(one, "benefit"))
                        .findFirst()
                        .map(one -> reading.number(one.child("value")))
                        .orElse(null);
    }

    private static Procedure procedure(Element added) {
        List<String> modifiers = added.each("modifier").stream()
                .map(modifier -> ClaimReading.code(modifier, ""))
                .toList();
        return new Procedure("HC", LineReader.procedureCode(added.child("productOrService")), modifiers);
    }

    private static boolean isAmount(Element adjudication, String category) {
        return ClaimReading.has(adjudication.child("category"), X12Systems.ADJUDICATION, category);
    }

    private @Nullable BigDecimal amount(List<Element> adjudications, String category) {
        return adjudications.stream()
                .filter(one -> isAmount(one, category))
                .findFirst()
                .map(one -> reading.money(one.child("amount")))
                .orElse(null);
    }

    /** What the payer was asked for the line, as it says; null if it does not. */
    @Nullable
    BigDecimal submitted(Element item) {
        return response.each("item").stream()
                .filter(answered ->
                        answered.child("itemSequence").is(item.child("sequence").textOr("-")))
                .map(answered -> amount(answered.each("adjudication"), "submitted"))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private List<Adjustment> adjustments(List<Element> adjudications) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Element one : adjudications) {
            String group = ClaimReading.code(one.child("category"), X12Systems.GROUP);
            BigDecimal amount = group.isEmpty() ? null : reading.money(one.child("amount"));
            if (amount != null) {
                String reason = ClaimReading.code(one.child("reason"), X12Systems.REASON);
                adjustments.add(new Adjustment(group, reason, amount, reading.number(one.child("value"))));
            } else if (!group.isEmpty() && !one.child("amount").present()) {
                reading.problem("required", one.child("amount"), "is missing", "Say how much was taken off.");
            }
        }
        return adjustments;
    }

    Element response() {
        return response;
    }
}
