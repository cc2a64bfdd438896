package org.plainclaim.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a practice charges, by code, modifier and date of service. */
public final class FeeSchedule {
    /** Nothing has a price. */
    public static final FeeSchedule NONE = new FeeSchedule(List.of());

    private final List<Price> prices;

    public FeeSchedule(List<Price> prices) {
        this.prices = List.copyOf(prices);
    }

    /**
     * The price of a unit, or why there is none.
     *
     * @param amount dollars for one unit; null if there is no price, or more than one
     * @param reason what is the case, to follow a subject; empty if there is a price
     * @param fix what to do about it; empty if there is a price
     */
    public record Quote(@Nullable BigDecimal amount, String reason, String fix) {}

    /**
     * The price of the most exact definition that holds for a line.
     *
     * @param biller NPI of who bills; empty if it is not known
     */
    public Quote quote(Procedure procedure, LocalDate date, String biller) {
        List<Price> holding = prices.stream()
                .filter(price -> price.holds(procedure, date, biller))
                .toList();
        int exactness = holding.stream().mapToInt(Price::exactness).max().orElse(0);
        List<BigDecimal> amounts = holding.stream()
                .filter(price -> price.exactness() == exactness)
                .map(Price::amount)
                .distinct()
                .toList();
        if (amounts.size() == 1) {
            return new Quote(amounts.get(0), "", "");
        }
        return amounts.isEmpty()
                ? new Quote(
                        null,
                        "is missing, and no ChargeItemDefinition has a price for the code on that date",
                        "Store a ChargeItemDefinition with a base price for the code, or send net or unitPrice.")
                : new Quote(
                        null,
                        "is missing, and several ChargeItemDefinitions that are equally exact have different prices",
                        "End the period of one of them, or send net or unitPrice.");
    }
}
