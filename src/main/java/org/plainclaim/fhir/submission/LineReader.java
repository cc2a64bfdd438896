package org.plainclaim.fhir.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.submission.FeeSchedule;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Procedure;

/** Reads the items of a claim as service lines, with a price from the fee schedule where they have none. */
final class LineReader {
    private final ClaimReading reading;
    private final CareTeam team;
    private final DiagnosisList diagnoses;
    private final Prices prices;

    /** What is charged where an item has no price of its own. */
    record Prices(FeeSchedule fees, String biller) {}

    LineReader(ClaimReading reading, CareTeam team, DiagnosisList diagnoses, Prices prices) {
        this.reading = reading;
        this.team = team;
        this.diagnoses = diagnoses;
        this.prices = prices;
    }

    /** A line and the item that it was read from. */
    record ItemLine(Element item, Line line) {}

    /** The lines in order; an item without any date of service is none, and a problem. */
    List<ItemLine> read() {
        List<ItemLine> lines = new ArrayList<>();
        for (Element item : reading.claim().each("item")) {
            LocalDate from = from(item);
            if (from == null) {
                reading.problem(
                        "required",
                        item.child("servicedDate"),
                        "is missing, and so is the billable period of the claim",
                        "Send the date of service.");
            } else {
                lines.add(new ItemLine(item, line(item, from)));
            }
        }
        return lines;
    }

    private Line line(Element item, LocalDate from) {
        Procedure procedure = procedure(item);
        BigDecimal units = units(item);
        return new Line(
                control(item),
                procedure,
                ClaimReading.code(item.child("revenue"), Systems.REVENUE_CODE),
                description(item, procedure),
                charge(item, procedure, units, from),
                units,
                reading.institutional()
                        ? ""
                        : ClaimReading.code(item.child("locationCodeableConcept"), Systems.PLACE_OF_SERVICE),
                from,
                to(item, from),
                diagnoses.pointers(item),
                team.rendering(item),
                PersonReader.text(item.extension(Terms.LINE_AUTHORIZATION).child("valueString")),
                emergency(item),
                List.of());
    }

    /** The id of the element, else its sequence: both stay the same from version to version of a claim. */
    static String control(Element item) {
        String id = PersonReader.text(item.child("id"));
        return id.isEmpty() ? item.child("sequence").textOr("") : id;
    }

    private static Procedure procedure(Element item) {
        List<String> modifiers = item.each("modifier").stream()
                .map(modifier -> ClaimReading.code(modifier, ""))
                .filter(code -> !code.isEmpty())
                .toList();
        return new Procedure("HC", procedureCode(item.child("productOrService")), modifiers);
    }

    static String procedureCode(Element concept) {
        return concept.each("coding").stream()
                .filter(coding -> Systems.procedureCodes(coding.child("system").textOr("")))
                .map(coding -> coding.child("code").textOr(""))
                .findFirst()
                .orElse("");
    }

    /** Only a code that says nothing by itself is described. */
    private String description(Element item, Procedure procedure) {
        if (procedure.code().isEmpty()) {
            return "";
        }
        String system = Systems.ofProcedureCode(procedure.code());
        return reading.meaning(Domain.UNLISTED, system, procedure.code()).isPresent()
                ? PersonReader.text(item.child("productOrService").child("text"))
                : "";
    }

    private BigDecimal units(Element item) {
        Element quantity = item.child("quantity").child("value");
        BigDecimal units = reading.number(quantity);
        return units == null ? quantity.present() ? BigDecimal.ZERO : BigDecimal.ONE : units;
    }

    private @Nullable BigDecimal charge(Element item, Procedure procedure, BigDecimal units, LocalDate date) {
        if (item.child("net").present()) {
            return reading.money(item.child("net"));
        }
        if (item.child("unitPrice").present()) {
            return times(reading.money(item.child("unitPrice")), units, item.child("unitPrice"));
        }
        FeeSchedule.Quote quote = prices.fees().quote(procedure, date, prices.biller());
        BigDecimal unit = quote.amount();
        if (unit == null) {
            reading.problem("required", item.child("net"), quote.reason(), quote.fix());
        }
        return times(unit, units, item.child("quantity"));
    }

    /** Whole cents only: how a price of a part of a unit is rounded is for the practice to say. */
    private @Nullable BigDecimal times(@Nullable BigDecimal unit, BigDecimal units, Element element) {
        if (unit == null) {
            return null;
        }
        BigDecimal charge = unit.multiply(units);
        BigDecimal cents = charge.setScale(2, RoundingMode.DOWN);
        if (cents.compareTo(charge) != 0) {
            reading.problem("value", element, "gives a part of a cent", "Send the charge of the line as net.");
            return null;
        }
        return cents;
    }

    private @Nullable LocalDate from(Element item) {
        for (Element date : List.of(
                item.child("servicedDate"),
                item.child("servicedPeriod").child("start"),
                reading.claim().child("billablePeriod").child("start"))) {
            if (date.present()) {
                return reading.day(date);
            }
        }
        return null;
    }

    private LocalDate to(Element item, LocalDate from) {
        LocalDate to = reading.day(item.child("servicedPeriod").child("end"));
        return to == null ? from : to;
    }

    private boolean emergency(Element item) {
        List<String> pointers = item.each("informationSequence").stream()
                .map(pointer -> pointer.textOr(""))
                .toList();
        return reading.claim().each("supportingInfo").stream()
                .filter(one -> pointers.contains(one.child("sequence").textOr("-")))
                .anyMatch(one -> ClaimReading.has(one.child("code"), Terms.PRIORITY, "EM"));
    }

    /** The item with a sequence. */
    static Optional<ItemLine> withSequence(List<ItemLine> lines, String sequence) {
        return lines.stream()
                .filter(one -> one.item().child("sequence").is(sequence))
                .findFirst();
    }
}
