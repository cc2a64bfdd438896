package org.plainclaim.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Procedure;

/**
 * One thing that a payer says of its coverage (an EB with what belongs to it).
 *
 * @param code what is said, as sent (EB01)
 * @param subject of what it is said
 * @param extent for whom and for how long
 * @param amount how much; {@link BenefitAmount#NONE} if no number is said
 * @param terms authorization and network
 * @param remarks dates, numbers, texts and others who have to do with it
 */
public record Benefit(
        String code,
        Subject subject,
        BenefitExtent extent,
        BenefitAmount amount,
        BenefitTerms terms,
        BenefitRemarks remarks) {
    /**
     * Of what something is said.
     *
     * @param serviceTypes X12 service types; none if it is said of a procedure or of the plan as a whole
     * @param procedure a procedure; null if none is named
     * @param places places of service, two digits each; none if it holds in all
     */
    public record Subject(List<String> serviceTypes, @Nullable Procedure procedure, List<String> places) {
        public Subject {
            serviceTypes = List.copyOf(serviceTypes);
            places = List.copyOf(places);
        }

        /** Service types, wherever they are rendered. */
        public static Subject of(String... serviceTypes) {
            return new Subject(List.of(serviceTypes), null, List.of());
        }
    }

    /** A statement without number, terms or remarks, such as that a service is covered. */
    public static Benefit of(BenefitKind kind, String... serviceTypes) {
        return new Benefit(
                kind.code(),
                Subject.of(serviceTypes),
                BenefitExtent.ANY,
                BenefitAmount.NONE,
                BenefitTerms.NOT_SAID,
                BenefitRemarks.NONE);
    }

    /** What is said. */
    public BenefitKind kind() {
        return BenefitKind.of(code);
    }

    /** The same with an amount. */
    public Benefit with(BenefitAmount other) {
        return new Benefit(code, subject, extent, other, terms, remarks);
    }

    /** The same for somebody and some time. */
    public Benefit with(BenefitExtent other) {
        return new Benefit(code, subject, other, amount, terms, remarks);
    }

    /** The same under terms. */
    public Benefit with(BenefitTerms other) {
        return new Benefit(code, subject, extent, amount, other, remarks);
    }

    /** The same with remarks. */
    public Benefit with(BenefitRemarks other) {
        return new Benefit(code, subject, extent, amount, terms, other);
    }

    /** True if it is said of the service type by name. */
    public boolean names(String serviceType) {
        return subject.serviceTypes().contains(serviceType);
    }
}
