package org.plainclaim.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** The form of the values of effects. */
final class EffectValues {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private static final String PERCENT = "(100|\\d{1,2})";
    private static final String DOLLARS = "\\d{1,7}(\\.\\d{1,2})?";
    private static final String YES = "yes|no";

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("reject", "A[3678]:[0-9]{1,4}(:[0-9A-Z]{2,3})?"),
            Map.entry("pend", YES),
            Map.entry("deny", "(CO|PR|OA|PI)-[0-9A-Z]{1,4}"),
            Map.entry("remark", "[A-Z0-9]{2,5}(,[A-Z0-9]{2,5})*"),
            Map.entry("allow", PERCENT),
            Map.entry("copay", DOLLARS),
            Map.entry("deductible", DOLLARS),
            Map.entry("coinsurance", PERCENT),
            Map.entry("modifier", "[0-9A-Z]{2}"),
            Map.entry("echo", YES),
            Map.entry("split", YES),
            Map.entry("correct", PERCENT),
            Map.entry("forward", YES),
            Map.entry("withhold", DOLLARS),
            Map.entry("interest", DOLLARS));

    private EffectValues() {}

    static void check(String name, String value, String place) {
        String form = FORMS.getOrDefault(name, "");
        if (!value.matches(form)) {
            throw new IllegalArgumentException(place + name + "=" + value + " has to be like " + form);
        }
    }

    /** So many hundredths of an amount, to the cent. */
    static BigDecimal part(BigDecimal amount, String percent) {
        return amount.multiply(new BigDecimal(percent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }
}
