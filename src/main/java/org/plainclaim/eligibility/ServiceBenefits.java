package org.plainclaim.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Procedure;

/** What an answer says of one service on its day: the most specific service type that says anything decides. */
public final class ServiceBenefits {
    /** The service type of the plan as a whole. */
    public static final String PLAN = "30";

    private final EligibilityAnswer answer;
    private final Visit visit;
    private final List<String> types;

    public ServiceBenefits(EligibilityAnswer answer, Visit visit) {
        this.answer = answer;
        this.visit = visit;
        this.types = List.copyOf(new LinkedHashSet<>(visit.serviceTypes()));
    }

    /** Whether it is covered: a plan that is not in force covers nothing, whatever else is said. */
    public Standing standing() {
        if (outsideOfPlan()
                || ofPlan().stream().anyMatch(benefit -> benefit.kind().inactive())) {
            return Standing.INACTIVE;
        }
        for (String type : types) {
            Standing said = standing(of(type));
            if (said != Standing.NOT_SAID) {
                return said;
            }
        }
        Standing plan = standing(ofPlan());
        return plan == Standing.ACTIVE ? Standing.PLAN_ONLY : plan;
    }

    private static Standing standing(List<Benefit> said) {
        if (any(said, benefit -> benefit.kind().inactive())) {
            return Standing.INACTIVE;
        }
        if (any(said, benefit -> benefit.kind().active())) {
            return Standing.ACTIVE;
        }
        if (any(said, benefit -> benefit.kind() == BenefitKind.NOT_COVERED)) {
            return Standing.NOT_COVERED;
        }
        if (any(said, benefit -> benefit.kind() == BenefitKind.CONTACT || benefit.kind() == BenefitKind.MANAGED_CARE)) {
            return Standing.ELSEWHERE;
        }
        return any(said, benefit -> benefit.kind() == BenefitKind.CANNOT_PROCESS)
                ? Standing.CANNOT_TELL
                : Standing.NOT_SAID;
    }

    private static boolean any(List<Benefit> benefits, Predicate<Benefit> condition) {
        return benefits.stream().anyMatch(condition);
    }

    private boolean outsideOfPlan() {
        return answer.plan().dates().stream().anyMatch(date -> excludes(date, visit));
    }

    private static boolean excludes(PlanDate date, Visit visit) {
        if (!date.ofPlan()) {
            return false;
        }
        boolean early = !date.ends() && visit.from().isBefore(date.from());
        boolean ranged = !date.from().equals(date.to());
        boolean late = (date.ends() || ranged) && visit.to().isAfter(date.to());
        return early || late;
    }

    /** What is said of the plan as a whole on the day. */
    List<Benefit> ofPlan() {
        return answer.benefits().stream()
                .filter(benefit -> benefit.names(PLAN)
                        || (benefit.subject().serviceTypes().isEmpty()
                                && benefit.subject().procedure() == null))
                .filter(this::holds)
                .toList();
    }

    private List<Benefit> of(String type) {
        return answer.benefits().stream()
                .filter(benefit -> benefit.names(type))
                .filter(this::holds)
                .toList();
    }

    private boolean holds(Benefit benefit) {
        List<String> places = benefit.subject().places();
        boolean here = places.isEmpty() || visit.placeOfService().isEmpty() || places.contains(visit.placeOfService());
        return here && benefit.remarks().dates().stream().noneMatch(date -> excludes(date, visit));
    }

    /** Everything that is said of the service itself: of its procedure first, then type by type. */
    public List<Benefit> all() {
        Set<Benefit> all = new LinkedHashSet<>();
        Procedure procedure = visit.procedure();
        answer.benefits().stream()
                .filter(benefit -> speaksOf(benefit, procedure))
                .filter(this::holds)
                .forEach(all::add);
        types.forEach(type -> all.addAll(of(type)));
        return List.copyOf(all);
    }

    private static boolean speaksOf(Benefit benefit, @Nullable Procedure procedure) {
        Procedure named = benefit.subject().procedure();
        return named != null && procedure != null && named.sameCode(procedure);
    }

    /** The statements of a kind that speak of the most specific thing, in the network before outside of it. */
    public List<Benefit> most(Predicate<Benefit> kind) {
        List<Benefit> found = all().stream().filter(kind).toList();
        if (found.isEmpty()) {
            found = ofPlan().stream().filter(kind).toList();
        }
        List<Benefit> inside =
                found.stream().filter(benefit -> !benefit.terms().outside()).toList();
        return inside.isEmpty() ? found : inside;
    }

    /** Dollars of a kind: the first that is a total, or the first that is what remains. */
    public Optional<BigDecimal> money(BenefitKind kind, boolean remaining) {
        return most(benefit -> benefit.kind() == kind && benefit.extent().remaining() == remaining).stream()
                .sorted(Comparator.comparing(
                        benefit -> !benefit.extent().level().equals("IND")))
                .flatMap(benefit -> Stream.ofNullable(benefit.amount().money()))
                .findFirst();
    }

    /** The part of one that the patient pays. */
    public Optional<BigDecimal> coinsurance() {
        return most(benefit -> benefit.kind() == BenefitKind.COINSURANCE).stream()
                .flatMap(benefit -> Stream.ofNullable(benefit.amount().percent()))
                .findFirst();
    }

    /** Visits, days or units that are left; empty if no limit is said, or not how much of it is used. */
    public Optional<BigDecimal> left() {
        Optional<BigDecimal> said = count(BenefitExtent.REMAINING);
        if (said.isPresent()) {
            return said;
        }
        Optional<BigDecimal> used = count(BenefitExtent.YEAR_TO_DATE);
        return allowed().flatMap(total -> used.map(total::subtract));
    }

    private Optional<BigDecimal> count(String period) {
        return counted(benefit -> benefit.extent().period().equals(period));
    }

    private Optional<BigDecimal> counted(Predicate<Benefit> which) {
        return most(benefit -> benefit.kind() == BenefitKind.LIMITATION && which.test(benefit)).stream()
                .flatMap(benefit -> Stream.ofNullable(benefit.amount().quantity()))
                .findFirst();
    }

    /** Visits, days or units allowed in all. */
    public Optional<BigDecimal> allowed() {
        return counted(benefit ->
                !benefit.extent().remaining() && !benefit.extent().period().equals(BenefitExtent.YEAR_TO_DATE));
    }

    /** {@code Y}, {@code N} or {@code U}; empty if nothing is said of authorization. */
    public String authorization() {
        List<String> said = most(benefit -> !benefit.terms().authorization().isEmpty()).stream()
                .map(benefit -> benefit.terms().authorization())
                .toList();
        return said.contains("Y") ? "Y" : said.isEmpty() ? "" : said.get(0);
    }

    /** The networks for which the service is covered. */
    public Set<String> networks() {
        Set<String> networks = new LinkedHashSet<>();
        all().stream()
                .filter(benefit -> benefit.kind().active())
                .map(benefit -> benefit.terms().network())
                .filter(network -> !network.isEmpty())
                .forEach(networks::add);
        return networks;
    }

    /** Who pays for the service in place of who answered. */
    public Optional<BenefitContact> carveOut() {
        return all().stream()
                .filter(benefit -> benefit.kind().active()
                        || benefit.kind() == BenefitKind.CONTACT
                        || benefit.kind() == BenefitKind.MANAGED_CARE)
                .flatMap(benefit -> benefit.remarks().contacts().stream())
                .filter(BenefitContact::pays)
                .filter(contact -> !contact.id().equals(answer.heading().payerId())
                        && !contact.name().equalsIgnoreCase(answer.heading().payerName()))
                .findFirst();
    }

    /** Other payers of the patient that the answer names. */
    public List<Benefit> otherPayers() {
        return answer.benefits().stream()
                .filter(benefit -> benefit.kind() == BenefitKind.OTHER_PAYER)
                .filter(benefit -> benefit.remarks().dates().stream().noneMatch(date -> excludes(date, visit)))
                .toList();
    }

    /** The last day of the plan; null if none is said. */
    public @Nullable LocalDate ends() {
        return answer.plan().dates().stream()
                .filter(date -> date.ends() || (date.ofPlan() && !date.from().equals(date.to())))
                .map(PlanDate::to)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** All texts of the payer that belong to the service or the plan. */
    public List<String> messages() {
        List<String> messages = new ArrayList<>(answer.plan().messages());
        all().forEach(benefit -> messages.addAll(benefit.remarks().messages()));
        return messages.stream().distinct().toList();
    }
}
