package org.plainclaim.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;

/** The checks of the benefits of the service: EL05 to EL11 and EL13. */
final class BenefitChecks {
    private static final String MEDICAID = "MC";
    private static final String EMPLOYEE_ASSISTANCE = "HJ";
    private static final Set<String> TELEHEALTH_PLACES = Set.of("02", "10");

    private final EligibilityCase looked;
    private final CheckSheet sheet;
    private final @Nullable EligibilityAnswer answer;
    private final ServiceBenefits said;

    BenefitChecks(EligibilityCase looked, CheckSheet sheet) {
        this.looked = looked;
        this.sheet = sheet;
        EligibilityAnswer last = looked.answer();
        this.answer = last;
        this.said = new ServiceBenefits(last == null || !last.answered() ? NOTHING : last, looked.visit());
    }

    private static final EligibilityAnswer NOTHING = EligibilityAnswer.of(new EligibilityAnswer.Heading(
            "", EligibilityAnswer.Origin.ON_FILE, EligibilityAnswer.Outcome.ANSWERED, java.time.Instant.EPOCH, "", ""));

    void make() {
        network();
        limit();
        authorization();
        referral();
        patientPays();
        telehealth();
        employeeAssistance();
        spendDown();
    }

    private Evidence looked(String part, @Nullable Object value) {
        return Looked.answer(answer, part, value);
    }

    private void network() {
        Set<String> networks = said.networks();
        boolean inside = networks.contains("Y") || networks.contains("W");
        boolean outside = networks.contains("N");
        String state = networks.contains("W")
                ? "either"
                : inside && outside ? "depends" : inside ? "in-network" : outside ? "out-of-network" : "not-said";
        sheet.say("el05", state, looked("benefit.network", networks.isEmpty() ? null : networks));
    }

    private void limit() {
        Optional<BigDecimal> left = said.left();
        if (left.isEmpty()) {
            Optional<BigDecimal> allowed = said.allowed();
            String state = allowed.isPresent() ? "use-not-said" : "no-limit-said";
            sheet.say("el06", state, words("allowed", allowed), looked("benefit.quantity", allowed.orElse(null)));
            return;
        }
        BigDecimal needed = looked.visit().units().max(BigDecimal.ONE);
        int compared = left.get().compareTo(needed);
        String state = compared < 0 ? "used-up" : compared == 0 ? "last" : "left";
        sheet.say("el06", state, words("left", left), looked("benefit.quantity", left.get()));
    }

    private static Map<String, String> words(String name, Optional<BigDecimal> number) {
        return number.map(some -> Map.of(name, some.toPlainString())).orElse(Map.of());
    }

    private void authorization() {
        String required = said.authorization();
        String held = looked.visit().papers().authorization();
        String state = required.equals("Y")
                ? held.isEmpty() ? "missing" : "on-file"
                : required.equals("N") ? "not-required" : required.equals("U") ? "payer-does-not-know" : "not-said";
        sheet.say("el07", state, looked("benefit.authorization", required.isEmpty() ? null : required));
    }

    private void referral() {
        boolean restricted = !said.most(benefit -> benefit.kind() == BenefitKind.RESTRICTED_TO_PROVIDER)
                .isEmpty();
        boolean held = !looked.visit().papers().referral().isEmpty();
        String state = held ? "on-file" : restricted ? "missing" : "not-said";
        sheet.say("el08", state, looked("benefit", restricted ? "N" : null));
    }

    /** Plans may withhold what the patient pays for sensitive services: that nothing is said is no error. */
    private void patientPays() {
        List<String> parts = new ArrayList<>();
        said.money(BenefitKind.COPAYMENT, false).ifPresent(money -> parts.add("copay " + Money.text(money)));
        said.coinsurance().ifPresent(part -> parts.add("coinsurance " + percent(part) + " percent"));
        said.money(BenefitKind.DEDUCTIBLE, true).ifPresent(money -> parts.add("deductible left " + Money.text(money)));
        boolean covered = said.standing() == Standing.ACTIVE;
        String state = !parts.isEmpty() ? "said" : covered ? "withheld" : "not-said";
        sheet.say("el09", state, Map.of("amounts", String.join(", ", parts)), looked("benefit.money", null));
    }

    private static String percent(BigDecimal part) {
        return part.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private void telehealth() {
        String place = looked.visit().placeOfService();
        if (!TELEHEALTH_PLACES.contains(place)) {
            return;
        }
        List<Benefit> here = said.all().stream()
                .filter(benefit -> benefit.subject().places().contains(place))
                .toList();
        boolean covered = here.stream().anyMatch(benefit -> benefit.kind().active());
        boolean not = here.stream().anyMatch(benefit -> benefit.kind() == BenefitKind.NOT_COVERED);
        String state = covered ? "covered" : not ? "not-covered" : "not-said";
        sheet.say("el10", state, looked("benefit.place", place));
    }

    /** Sessions of an employee assistance program are counted like visits. */
    private void employeeAssistance() {
        Procedure procedure = looked.visit().procedure();
        if (procedure == null || !procedure.modifiers().contains(EMPLOYEE_ASSISTANCE)) {
            return;
        }
        Optional<BigDecimal> left = said.left();
        String state = left.isEmpty() ? "not-said" : left.get().signum() > 0 ? "left" : "used-up";
        sheet.say("el11", state, words("left", left), looked("benefit.quantity", left.orElse(null)));
    }

    private void spendDown() {
        if (!looked.cover().cover().filing().equals(MEDICAID)) {
            return;
        }
        Optional<BigDecimal> open =
                said.money(BenefitKind.SPEND_DOWN, true).or(() -> said.money(BenefitKind.SPEND_DOWN, false));
        String state = open.isEmpty() ? "not-said" : open.get().signum() == 0 ? "met" : "open";
        sheet.say("el13", state, words("money", open), looked("benefit.spend-down", open.orElse(null)));
    }
}
