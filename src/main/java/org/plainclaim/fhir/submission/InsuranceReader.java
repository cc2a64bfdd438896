package org.plainclaim.fhir.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.submission.Cover;

/** Reads to whom the claim goes, and in which place among the patient's other payers. */
final class InsuranceReader {
    private final ClaimReading reading;
    private final CoverReader covers;

    InsuranceReader(ClaimReading reading) {
        this.reading = reading;
        this.covers = new CoverReader(reading);
    }

    /**
     * A coverage of the patient.
     *
     * @param cover the coverage
     * @param insurance where the claim names it; null if only the patient's file does
     * @param payor reference of the payer's Organization; empty if it is not known
     * @param focal true for the one that the claim goes to
     */
    record Insured(Cover cover, @Nullable Element insurance, String payor, boolean focal) {}

    private record Named(@Nullable Element insurance, Optional<Element> coverage, boolean focal, int order) {}

    /** All coverages in their order; exactly one is focal. */
    List<Insured> read() {
        List<Named> named = new ArrayList<>(onClaim());
        Set<Integer> taken = new HashSet<>();
        named.forEach(one -> taken.add(one.order()));
        for (Element coverage : onFile(named)) {
            int order = order(coverage);
            while (order < 1 || !taken.add(order)) {
                order = order < 1 ? 1 : order + 1;
            }
            named.add(new Named(null, Optional.of(coverage), false, order));
        }
        return named.stream()
                .map(this::insured)
                .sorted(Comparator.comparingInt(one -> one.cover().order()))
                .toList();
    }

    private Insured insured(Named named) {
        Cover cover = named.coverage()
                .map(coverage -> covers.read(coverage, named.order()))
                .orElseGet(() -> CoverReader.none(named.order()));
        String payor =
                named.coverage().flatMap(covers::payor).map(Element::resource).orElse("");
        return new Insured(cover, named.insurance(), payor, named.focal());
    }

    private List<Named> onClaim() {
        List<Element> insurances = reading.claim().each("insurance");
        if (insurances.isEmpty()) {
            return List.of(new Named(null, Optional.empty(), true, 1));
        }
        int focal = focal(insurances);
        List<Optional<Element>> coverages = insurances.stream()
                .map(one -> reading.follow(one.child("coverage")))
                .toList();
        List<Integer> orders = orders(insurances, coverages);
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < insurances.size(); i++) {
            named.add(new Named(insurances.get(i), coverages.get(i), i == focal, orders.get(i)));
        }
        return named;
    }

    private static int focal(List<Element> insurances) {
        for (int i = 0; i < insurances.size(); i++) {
            if (insurances.get(i).child("focal").is("true")) {
                return i;
            }
        }
        return 0;
    }

    /** As the coverages say it; where they do not, or two have the same place, as the claim numbers them. */
    private static List<Integer> orders(List<Element> insurances, List<Optional<Element>> coverages) {
        List<Integer> said = coverages.stream()
                .map(coverage -> coverage.map(InsuranceReader::order).orElse(0))
                .toList();
        if (distinct(said)) {
            return said;
        }
        List<Integer> numbered = insurances.stream()
                .map(one -> one.child("sequence").json().asInt())
                .toList();
        if (distinct(numbered)) {
            return numbered;
        }
        List<Integer> counted = new ArrayList<>();
        insurances.forEach(one -> counted.add(counted.size() + 1));
        return counted;
    }

    private static boolean distinct(List<Integer> orders) {
        return orders.stream().allMatch(order -> order > 0)
                && Set.copyOf(orders).size() == orders.size();
    }

    private static int order(Element coverage) {
        return coverage.child("order").json().asInt();
    }

    /** Coverages of the patient that the claim does not name, active and in force on its date. */
    private List<Element> onFile(List<Named> named) {
        LocalDate date = date();
        return reading.ofType("Coverage").stream()
                .filter(coverage -> named.stream()
                        .noneMatch(
                                one -> one.coverage().filter(coverage::equals).isPresent()))
                .filter(coverage -> coverage.child("status").is("active"))
                .filter(coverage -> reading.find(coverage.child("beneficiary")).isPresent()
                        && reading.find(coverage.child("beneficiary"))
                                .equals(reading.find(reading.claim().child("patient"))))
                .filter(coverage -> covers.payor(coverage).isPresent())
                .filter(coverage -> inForce(coverage.child("period"), date))
                .sorted(Comparator.comparingInt(InsuranceReader::order).thenComparing(Element::resource))
                .toList();
    }

    /** The first date of service. */
    private @Nullable LocalDate date() {
        Element claim = reading.claim();
        return claim.each("item").stream()
                .map(item -> item.child("servicedDate").present()
                        ? item.child("servicedDate")
                        : item.child("servicedPeriod").child("start"))
                .filter(Element::present)
                .findFirst()
                .map(reading::day)
                .orElseGet(() -> reading.day(claim.child("billablePeriod").child("start")));
    }

    private boolean inForce(Element period, @Nullable LocalDate date) {
        LocalDate from = reading.day(period.child("start"));
        LocalDate to = reading.day(period.child("end"));
        return date == null || !((from != null && date.isBefore(from)) || (to != null && date.isAfter(to)));
    }
}
