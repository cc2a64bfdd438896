package org.plainclaim.server.figures;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.SignalTables;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.server.figures.FiguresInput.Figure;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.search.Sightline;

/** Counts what became of the claims of a practice; stores nothing. */
public final class FiguresOperation {
    private static final int PLACES = 3;

    private final FiguresTable table;
    private final WaitingClaims waiting;
    private final Supplier<RuleBook> rules;
    private final Hiding hiding;
    private final Clock clock;

    FiguresOperation(FiguresTable table, WaitingClaims waiting, Around around) {
        this.table = table;
        this.waiting = waiting;
        this.rules = around.rules();
        this.hiding = around.hiding();
        this.clock = around.clock();
    }

    /**
     * What counting takes besides the claims.
     *
     * @param rules the base rules as of now
     * @param hiding what is hidden from whom, and not counted
     * @param clock what day it is
     */
    record Around(Supplier<RuleBook> rules, Hiding hiding, Clock clock) {}

    /** The figures of a time: those that are named, or all. */
    @Operation(name = "$figures", typeName = "Claim", idempotent = true)
    public Parameters figures(
            @OperationParam(name = "periodStart", max = 1) @Nullable DateType start,
            @OperationParam(name = "periodEnd", max = 1) @Nullable DateType end,
            @OperationParam(name = "figure") @Nullable List<CodeType> figures,
            RequestDetails request) {
        Sightline seen = hiding.of(request);
        LocalDate today = LocalDate.now(clock);
        FiguresInput input = FiguresInput.of(start, end, figures, today);
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("period")
                .setValue(new Period().setStartElement(moment(input.from())).setEndElement(moment(input.to())));
        if (input.figures().contains(Figure.ACCEPTANCE)) {
            FirstPass.of(table.fates(input.from(), input.to(), seen)).forEach(month -> accepted(month, answer));
        }
        if (input.figures().contains(Figure.DAYS)) {
            Waits.of(table.waits(input.from(), input.to(), seen)).forEach(month -> waited(month, answer));
        }
        if (input.figures().contains(Figure.AGING)) {
            WaitingClaims.Found found = waiting.find(today, seen);
            Aging.of(found.claims(), today).forEach(sum -> aging(sum, answer));
            answer.addParameter().setName("aging-more").setValue(new BooleanType(found.more()));
        }
        if (input.figures().contains(Figure.SHARES)) {
            shares(input, seen, answer);
        }
        return answer;
    }

    private static org.hl7.fhir.r4.model.DateTimeType moment(LocalDate day) {
        return new org.hl7.fhir.r4.model.DateTimeType(day.toString());
    }

    private static void accepted(FirstPass month, Parameters answer) {
        ParametersParameterComponent into = answer.addParameter().setName("acceptance");
        into.addPart().setName("month").setValue(new StringType(month.month().toString()));
        count(into, "sent", month.sent());
        count(into, "answered", month.answered());
        count(into, "accepted", month.accepted());
        count(into, "decided", month.decided());
        count(into, "undenied", month.undenied());
    }

    private static void waited(Waits month, Parameters answer) {
        ParametersParameterComponent into = answer.addParameter().setName("days");
        into.addPart().setName("month").setValue(new StringType(month.month().toString()));
        count(into, "claims", month.claims());
        count(into, "to-claim", month.toClaim().median());
        count(into, "to-claim-most", month.toClaim().most());
        count(into, "decided", month.paid());
        Waits.Days money = month.toMoney();
        if (money != null) {
            count(into, "to-money", money.median());
            count(into, "to-money-most", money.most());
        }
    }

    private static void aging(Aging.Sum sum, Parameters answer) {
        ParametersParameterComponent into = answer.addParameter().setName("aging");
        into.addPart().setName("left").setValue(new CodeType(sum.bucket().code()));
        count(into, "claims", sum.claims());
        into.addPart()
                .setName("amount")
                .setValue(new Money().setValue(sum.amount()).setCurrency("USD"));
    }

    private void shares(FiguresInput input, Sightline seen, Parameters answer) {
        List<CodeShare.Billed> billed = table.billed(input.from(), input.to(), seen);
        rules.get().table(SignalTables.SIGNALS).rowsOf(CodeShare.SIGNAL, input.to()).stream()
                .map(Candidate::row)
                .flatMap(rule -> CodeShare.of(rule, billed).stream())
                .forEach(share -> share(share, answer));
    }

    private static void share(CodeShare share, Parameters answer) {
        ParametersParameterComponent into = answer.addParameter().setName("share");
        into.addPart().setName("rule").setValue(new CodeType(share.rule().rule()));
        into.addPart()
                .setName("codes")
                .setValue(new StringType(share.rule().result("values").replace('|', ' ')));
        into.addPart()
                .setName("among")
                .setValue(new StringType(share.rule().result("among").replace('|', ' ')));
        into.addPart().setName("clinician").setValue(clinician(share.clinician()));
        count(into, "count", share.counted());
        count(into, "of", share.all());
        into.addPart().setName("share").setValue(places(share.share()));
        count(into, "peers", share.peers());
        if (share.peers() > 0) {
            into.addPart().setName("median").setValue(places(share.median()));
        }
    }

    /** A reference, or the identifier of somebody who is not stored. */
    private static Reference clinician(String key) {
        int bar = key.indexOf('|');
        if (bar < 0) {
            return new Reference(key);
        }
        Reference reference = new Reference();
        reference.getIdentifier().setSystem(key.substring(0, bar)).setValue(key.substring(bar + 1));
        return reference;
    }

    private static DecimalType places(double number) {
        return new DecimalType(BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_UP));
    }

    private static void count(ParametersParameterComponent into, String name, long number) {
        into.addPart().setName(name).setValue(new IntegerType(Math.toIntExact(number)));
    }
}
