package org.plainclaim.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A difference between two answers about the same coverage that matters for a session.
 *
 * @param kind what changed
 * @param before what was said before; empty if nothing was
 * @param after what is said now; empty if nothing is
 */
public record EligibilityChange(Kind kind, String before, String after) {
    /** What can change. */
    public enum Kind {
        /** The service is no longer covered. */
        BECAME_INACTIVE,
        /** The service is covered again. */
        BECAME_ACTIVE,
        /** Another one pays for the service now. */
        PAYER_CHANGED,
        /** Fewer visits are left than the session needs. */
        VISITS_RUN_OUT,
        /** The service has to be authorized now. */
        AUTHORIZATION_REQUIRED,
        /** The copay is another. */
        COPAY_CHANGED,
        /** The coinsurance is another. */
        COINSURANCE_CHANGED,
        /** The deductible as a whole is another. */
        DEDUCTIBLE_CHANGED,
        /** The service is covered for another network. */
        NETWORK_CHANGED,
        /** Another coverage came up. */
        OTHER_COVERAGE,
        /** The member has another number now. */
        MEMBER_NUMBER_CHANGED;

        /** As the tables say it, such as {@code became-inactive}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** All differences for a visit; none if one of the two is no answer of a payer. */
    public static List<EligibilityChange> between(EligibilityAnswer before, EligibilityAnswer after, Visit visit) {
        if (!before.answered() || !after.answered()) {
            return List.of();
        }
        return new Comparison(new ServiceBenefits(before, visit), new ServiceBenefits(after, visit))
                .changes(before.member().memberId(), after.member().memberId(), visit.units());
    }

    private record Comparison(ServiceBenefits before, ServiceBenefits after) {
        List<EligibilityChange> changes(String number, String newNumber, BigDecimal units) {
            List<EligibilityChange> changes = new ArrayList<>();
            standing(changes);
            visits(changes, units);
            if (after.authorization().equals("Y") && !before.authorization().equals("Y")) {
                changes.add(new EligibilityChange(
                        Kind.AUTHORIZATION_REQUIRED, before.authorization(), after.authorization()));
            }
            differ(changes, Kind.PAYER_CHANGED, payer(before), payer(after));
            differ(
                    changes,
                    Kind.COPAY_CHANGED,
                    money(before, BenefitKind.COPAYMENT),
                    money(after, BenefitKind.COPAYMENT));
            differ(changes, Kind.COINSURANCE_CHANGED, plain(before.coinsurance()), plain(after.coinsurance()));
            differ(
                    changes,
                    Kind.DEDUCTIBLE_CHANGED,
                    money(before, BenefitKind.DEDUCTIBLE),
                    money(after, BenefitKind.DEDUCTIBLE));
            differ(changes, Kind.NETWORK_CHANGED, networks(before), networks(after));
            others(changes);
            if (!newNumber.isEmpty() && !number.isEmpty()) {
                differ(changes, Kind.MEMBER_NUMBER_CHANGED, number, newNumber);
            }
            return changes;
        }

        private void standing(List<EligibilityChange> changes) {
            Standing was = before.standing();
            Standing is = after.standing();
            boolean covered = covered(was);
            if (covered && !covered(is)) {
                changes.add(new EligibilityChange(Kind.BECAME_INACTIVE, was.code(), is.code()));
            } else if (!covered && covered(is)) {
                changes.add(new EligibilityChange(Kind.BECAME_ACTIVE, was.code(), is.code()));
            }
        }

        private static boolean covered(Standing standing) {
            return standing == Standing.ACTIVE || standing == Standing.PLAN_ONLY;
        }

        private void visits(List<EligibilityChange> changes, BigDecimal units) {
            BigDecimal needed = units.max(BigDecimal.ONE);
            boolean runOut =
                    after.left().filter(left -> left.compareTo(needed) < 0).isPresent();
            boolean already =
                    before.left().filter(left -> left.compareTo(needed) < 0).isPresent();
            if (runOut && !already) {
                changes.add(new EligibilityChange(Kind.VISITS_RUN_OUT, plain(before.left()), plain(after.left())));
            }
        }

        private void others(List<EligibilityChange> changes) {
            List<String> known = names(before);
            names(after).stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> changes.add(new EligibilityChange(Kind.OTHER_COVERAGE, "", name)));
        }

        private static List<String> names(ServiceBenefits said) {
            return said.otherPayers().stream()
                    .flatMap(benefit -> benefit.remarks().contacts().stream())
                    .map(BenefitContact::name)
                    .distinct()
                    .toList();
        }

        private static void differ(List<EligibilityChange> changes, Kind kind, String was, String is) {
            if (!was.equals(is)) {
                changes.add(new EligibilityChange(kind, was, is));
            }
        }

        private static String payer(ServiceBenefits said) {
            return said.carveOut().map(BenefitContact::name).orElse("");
        }

        private static String networks(ServiceBenefits said) {
            return String.join("", said.networks().stream().sorted().toList());
        }

        private static String money(ServiceBenefits said, BenefitKind kind) {
            return plain(said.money(kind, false));
        }

        private static String plain(Optional<BigDecimal> number) {
            return number.map(BigDecimal::toPlainString).orElse("");
        }
    }

    /** Shows no number of a member. */
    @Override
    public String toString() {
        return "EligibilityChange[" + kind + "]";
    }
}
