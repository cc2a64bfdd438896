package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;

/** The checks of who pays: EL04, EL12, EL14 to EL16 and EL19. */
final class PayerChecks {
    private static final Set<String> MEDICARE = Set.of("MA", "MB");
    private static final String MEDICAID = "MC";
    private static final String PSYCHIATRIC_FACILITY = "51";
    private static final int ADULT = 21;
    private static final int OLD = 65;

    private final EligibilityCase looked;
    private final CheckSheet sheet;
    private final @Nullable EligibilityAnswer answer;

    PayerChecks(EligibilityCase looked, CheckSheet sheet) {
        this.looked = looked;
        this.sheet = sheet;
        this.answer = looked.answer();
    }

    /** All coverages of the patient that are in force on the day, with what Medicare says of itself. */
    static List<CoverOnFile> all(EligibilityCase looked) {
        List<CoverOnFile> all = new ArrayList<>();
        all.add(withAnswer(looked.cover(), looked));
        looked.others().stream()
                .filter(other -> other.covers(looked.visit().from()))
                .forEach(all::add);
        return all;
    }

    private static CoverOnFile withAnswer(CoverOnFile cover, EligibilityCase looked) {
        EligibilityAnswer answer = looked.answer();
        if (answer == null
                || !answer.answered()
                || !MEDICARE.contains(cover.cover().filing())) {
            return cover;
        }
        List<Benefit> others = new ServiceBenefits(answer, looked.visit()).otherPayers();
        String because = others.isEmpty() ? "primary" : others.get(0).extent().insuranceType();
        Circumstances known = cover.circumstances();
        return new CoverOnFile(
                cover.reference(),
                cover.active(),
                cover.cover(),
                new Circumstances(known.employment(), known.cobra(), known.courtOrder(), because));
    }

    void make(PayerOrder order) {
        carveOut();
        order(order);
        managedMedicare();
        exclusions();
        qualifiedBeneficiary();
        selfPay();
    }

    private @Nullable ServiceBenefits said() {
        EligibilityAnswer last = answer;
        return last == null || !last.answered() ? null : new ServiceBenefits(last, looked.visit());
    }

    private Evidence looked(String part, @Nullable Object value) {
        return Looked.answer(answer, part, value);
    }

    private void carveOut() {
        ServiceBenefits said = said();
        if (said == null) {
            sheet.say("el04", "not-said", looked("benefit.contact", null));
            return;
        }
        Optional<BenefitContact> other = said.carveOut();
        String state = other.isPresent() ? "other-payer" : "same-payer";
        Map<String, String> words =
                other.map(contact -> Map.of("payer", contact.name())).orElse(Map.of());
        sheet.say(
                "el04",
                state,
                words,
                looked("benefit.contact", other.map(BenefitContact::id).orElse(null)));
    }

    private void order(PayerOrder order) {
        ServiceBenefits said = said();
        Optional<String> stranger = said == null ? Optional.empty() : stranger(said.otherPayers());
        if (stranger.isPresent()) {
            sheet.say("el12", "other-coverage", Map.of("payer", stranger.get()), looked("benefit", "R"));
            return;
        }
        boolean alone = order.covers().size() == 1;
        String state =
                alone ? said == null ? "only-one-on-file" : "only-one" : order.decided() ? "known" : "as-registered";
        sheet.say("el12", state, Map.of("first", order.first()), Looked.onFile(looked, "order", null));
    }

    /** A payer that the answer names and that is none of those on file. */
    private Optional<String> stranger(List<Benefit> others) {
        return others.stream()
                .flatMap(benefit -> benefit.remarks().contacts().stream())
                .filter(BenefitContact::pays)
                .filter(contact -> looked.others().stream()
                        .map(other -> other.cover().payer())
                        .noneMatch(payer ->
                                payer.id().equals(contact.id()) || payer.name().equalsIgnoreCase(contact.name())))
                .map(BenefitContact::name)
                .findFirst();
    }

    private void managedMedicare() {
        if (!MEDICARE.contains(looked.cover().cover().filing())) {
            return;
        }
        if (!MedicareNumber.fits(looked.cover().cover().memberId())) {
            sheet.say("el14", "no-medicare-number", Looked.onFile(looked, "subscriberId", null));
            return;
        }
        ServiceBenefits said = said();
        boolean managed = said != null
                && said.otherPayers().stream()
                        .anyMatch(benefit -> benefit.extent().insuranceType().equals("HN"));
        sheet.say("el14", said == null ? "not-said" : managed ? "managed" : "original", looked("benefit", null));
    }

    /** Medicaid does not pay for an adult's stay in an institution for mental diseases; other exclusions are not said. */
    private void exclusions() {
        if (!looked.cover().cover().filing().equals(MEDICAID)) {
            return;
        }
        LocalDate birth = looked.patient().birthDate();
        boolean stay = looked.visit().placeOfService().equals(PSYCHIATRIC_FACILITY);
        Evidence evidence = Looked.visit("place of service", looked.visit().placeOfService());
        if (!stay || birth == null) {
            sheet.say("el15", "not-said", evidence);
            return;
        }
        int years = Period.between(birth, looked.visit().from()).getYears();
        sheet.say("el15", years >= ADULT && years < OLD ? "institution" : "not-said", evidence);
    }

    private void qualifiedBeneficiary() {
        ServiceBenefits said = said();
        if (said == null || !MEDICARE.contains(looked.cover().cover().filing())) {
            return;
        }
        boolean qualified = answer != null
                && answer.benefits().stream()
                        .anyMatch(benefit -> benefit.extent().insuranceType().equals("QM"));
        boolean dual = looked.others().stream()
                .anyMatch(other -> other.cover().filing().equals(MEDICAID)
                        && other.covers(looked.visit().from()));
        sheet.say("el16", qualified ? "qualified" : dual ? "dual" : "not-said", looked("benefit", null));
    }

    private void selfPay() {
        Boolean restricted = looked.visit().papers().selfPay();
        String state = restricted == null ? "not-known" : restricted ? "restricted" : "not-restricted";
        sheet.say("el19", state, Looked.visit("self-pay", restricted));
    }
}
