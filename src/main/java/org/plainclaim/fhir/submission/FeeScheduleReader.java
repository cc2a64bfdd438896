package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Resource;
import org.plainclaim.fhir.SessionResources;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.submission.FeeSchedule;
import org.plainclaim.submission.Price;

/** Reads the fee schedule of a practice from its ChargeItemDefinitions. */
public final class FeeScheduleReader {
    private final ClaimReading reading;

    FeeScheduleReader(ClaimReading reading) {
        this.reading = reading;
    }

    /** The fee schedule that a Bundle holds; a practice that a price is for is looked for in the Bundle. */
    public static FeeSchedule read(JsonNode bundle, Vocabulary vocabulary) {
        Resource nobody = new Resource("", "Claim", JsonNodeFactory.instance.objectNode());
        return new FeeScheduleReader(new ClaimReading(nobody, SessionResources.of(bundle), vocabulary)).read();
    }

    /** The base prices of all active definitions at hand. */
    FeeSchedule read() {
        List<Price> prices = new ArrayList<>();
        for (Element definition : reading.ofType("ChargeItemDefinition")) {
            if (definition.child("status").is("active")) {
                prices(definition, prices);
            }
        }
        return new FeeSchedule(prices);
    }

    private void prices(Element definition, List<Price> prices) {
        Optional<String> biller = biller(definition);
        String code = LineReader.procedureCode(definition.child("code"));
        if (code.isEmpty() || biller.isEmpty()) {
            return;
        }
        Element period = definition.child("effectivePeriod");
        LocalDate from = reading.day(period.child("start"));
        LocalDate to = reading.day(period.child("end"));
        for (Element component : components(definition)) {
            BigDecimal amount = amount(component);
            if (amount != null) {
                prices.add(new Price(code, modifiers(component), biller.get(), amount, from, to));
            }
        }
    }

    private static List<Element> components(Element definition) {
        return definition.each("propertyGroup").stream()
                .flatMap(group -> group.each("priceComponent").stream())
                .filter(component -> component.child("type").is("base"))
                .toList();
    }

    private @org.jspecify.annotations.Nullable BigDecimal amount(Element component) {
        return reading.money(component.child("amount"));
    }

    /** The code of a component tells kinds of the price apart: here the modifiers that a line must have. */
    private static List<String> modifiers(Element component) {
        return component.child("code").each("coding").stream()
                .filter(coding -> Systems.procedureCodes(coding.child("system").textOr("")))
                .map(coding -> coding.child("code").textOr(""))
                .toList();
    }

    /** The NPI of the practice that it is for; empty text if it is for all, nothing if it is for one that is not known. */
    private Optional<String> biller(Element definition) {
        List<Element> practices = definition.each("useContext").stream()
                .map(context -> context.child("valueReference"))
                .filter(Element::present)
                .toList();
        if (practices.isEmpty()) {
            return Optional.of("");
        }
        return practices.stream()
                .flatMap(practice -> Stream.concat(
                        reading.find(practice).stream().map(found -> ClaimReading.npi(found.root())),
                        Stream.of(practice.child("identifier"))
                                .filter(identifier -> identifier.child("system").is(Systems.NPI))
                                .map(identifier -> identifier.child("value").textOr(""))))
                .filter(npi -> !npi.isEmpty())
                .findFirst();
    }
}
