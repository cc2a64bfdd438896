package org.plainclaim.fhir.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.X12Systems;

/** The answers of a payer to a claim without those that it took back, such as a denial that a correction undid. */
final class StandingAnswers {
    private static final Comparator<Element> BY_DAY = Comparator.comparing((Element response) ->
                    response.child("payment").child("date").textOr(""))
            .thenComparing(response -> response.child("created").textOr(""));

    private final List<Element> standing;

    private StandingAnswers(List<Element> standing) {
        this.standing = standing;
    }

    /** What stands of all decisions, in the order in which they were stored. */
    static StandingAnswers among(List<Element> responses) {
        List<Element> standing = new ArrayList<>();
        List<Element> takenBack = new ArrayList<>();
        for (Element response : responses) {
            Element outcome = response.child("outcome");
            if (outcome.is("complete") || outcome.is("partial")) {
                boolean back = response.child("disposition").is("reversed");
                (back ? takenBack : standing).add(response);
            }
        }
        standing.sort(BY_DAY);
        for (Element back : takenBack) {
            standing.stream()
                    .filter(response -> takesBack(back, response))
                    .findFirst()
                    .ifPresent(standing::remove);
        }
        return new StandingAnswers(standing);
    }

    /** A payer takes an answer back under the number that it gave it, with all amounts turned. */
    private static boolean takesBack(Element back, Element response) {
        String number = ClaimReading.identifier(back, X12Systems.PAYER_CLAIM);
        BigDecimal taken = paid(back);
        BigDecimal paid = paid(response);
        return !number.isEmpty()
                && number.equals(ClaimReading.identifier(response, X12Systems.PAYER_CLAIM))
                && taken != null
                && paid != null
                && taken.negate().compareTo(paid) == 0;
    }

    private static @Nullable BigDecimal paid(Element response) {
        Element value = response.child("payment").child("amount").child("value");
        return value.json().isNumber() ? value.json().decimalValue() : null;
    }

    /** The last one; of those of one day, the one stored last. */
    Optional<Element> latest() {
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(standing.size() - 1));
    }
}
