package org.plainclaim.server.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.EligibilityTables;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.eligibility.ServiceTypes;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Submission;

/** The service that a claim bills, as eligibility looks at it. */
final class ClaimVisits {
    private static final int CATEGORY = 3;

    private final RuleBook book;

    ClaimVisits(RuleBook book) {
        this.book = book;
    }

    /** The visit of a claim; null if it has no lines, and so no days. */
    @Nullable
    Visit of(Submission claim) {
        LocalDate from = claim.from();
        LocalDate to = claim.to();
        if (from == null || to == null) {
            return null;
        }
        return new Visit(
                from,
                to,
                new ServiceTypes(book, from).speaking(named(claim)),
                claim.lines().get(0).procedure(),
                BigDecimal.ONE,
                claim.heading().placeOfService(),
                new Visit.Papers(
                        claim.heading().authorization(), claim.heading().referral(), null));
    }

    /** Service types that the claim is about in particular; none if it is the usual outpatient care. */
    List<String> named(Submission claim) {
        Set<String> named = new LinkedHashSet<>();
        claim.lines().forEach(line -> named.addAll(named(line, claim)));
        return List.copyOf(named);
    }

    private List<String> named(Line line, Submission claim) {
        String diagnosis = line.pointers().stream()
                .filter(place -> place >= 1 && place <= claim.diagnoses().size())
                .map(place -> claim.diagnoses().get(place - 1))
                .filter(code -> code.length() >= CATEGORY)
                .map(code -> code.substring(0, CATEGORY))
                .findFirst()
                .orElse("");
        return Stream.of(said("diagnosis", diagnosis), said("revenue-code", line.revenueCode()))
                .flatMap(said -> book.table(EligibilityTables.SERVICES).all(said, line.from()).stream())
                .map(row -> row.result("service-type"))
                .toList();
    }

    private static Situation said(String name, String code) {
        return Situation.EMPTY.with("says", fact(name)).with("code", fact(code));
    }

    private static Fact<String> fact(String value) {
        return new Fact<>(value, List.of());
    }
}
