package org.plainclaim.server.eligibility;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.BenefitContact;
import org.plainclaim.eligibility.BenefitKind;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityReview;
import org.plainclaim.eligibility.ServiceBenefits;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.scrub.CoverageFacts;
import org.plainclaim.submission.Cover;

/** What an answer says for a claim: of each check the state that it found, and null where the answer says nothing. */
final class AnswerFacts {
    private final EligibilityReview review;
    private final ServiceBenefits said;
    private final Cover cover;

    private AnswerFacts(EligibilityReview review, ServiceBenefits said, Cover cover) {
        this.review = review;
        this.said = said;
        this.cover = cover;
    }

    /** The facts of an answer that somebody who pays gave. */
    static CoverageFacts of(EligibilityAnswer answer, EligibilityReview review, Visit visit, Cover cover) {
        return new AnswerFacts(review, new ServiceBenefits(answer, visit), cover).facts();
    }

    private CoverageFacts facts() {
        return new CoverageFacts(
                true,
                active(),
                covered(),
                mismatches(),
                carveOut(),
                state("el14", "managed", "original"),
                otherPayerFirst(),
                required(),
                referral(),
                network(),
                said.left()
                        .map(left -> left.setScale(0, RoundingMode.DOWN).intValue())
                        .orElse(null),
                null,
                found("el16-qualified") ? Boolean.TRUE : null);
    }

    private boolean found(String rule) {
        return review.findings().stream().anyMatch(finding -> finding.rule().equals(rule));
    }

    /** True if a check found the one state, false if the other, null if neither. */
    private @Nullable Boolean state(String check, String yes, String no) {
        return found(check + "-" + yes) ? Boolean.TRUE : found(check + "-" + no) ? Boolean.FALSE : null;
    }

    private @Nullable Boolean active() {
        return switch (review.standing()) {
            case ACTIVE, PLAN_ONLY -> Boolean.TRUE;
            case INACTIVE -> Boolean.FALSE;
            case NOT_COVERED, ELSEWHERE, CANNOT_TELL, NOT_SAID -> null;
        };
    }

    private @Nullable Boolean covered() {
        return switch (review.standing()) {
            case ACTIVE -> Boolean.TRUE;
            case NOT_COVERED -> Boolean.FALSE;
            case PLAN_ONLY, INACTIVE, ELSEWHERE, CANNOT_TELL, NOT_SAID -> null;
        };
    }

    private @Nullable List<String> mismatches() {
        if (found("el03-same")) {
            return List.of();
        }
        return found("el03-name-differs")
                ? List.of("name")
                : found("el03-birth-date-differs")
                        ? List.of("birth date")
                        : found("el03-number-differs") ? List.of("number") : null;
    }

    private String carveOut() {
        return said.carveOut().map(AnswerFacts::name).orElse("");
    }

    private static String name(BenefitContact contact) {
        return contact.name().isEmpty() ? contact.id() : contact.name();
    }

    /** Another payer that the answer calls the primary one comes first; for a second claim that is as it should be. */
    private @Nullable Boolean otherPayerFirst() {
        boolean named = said.otherPayers().stream()
                .flatMap(benefit -> benefit.remarks().contacts().stream())
                .anyMatch(contact -> contact.role().equals("PRP"));
        if (named) {
            return cover.order() == 1;
        }
        boolean first = found("el12-only-one") && cover.order() == 1;
        return first ? Boolean.FALSE : null;
    }

    private @Nullable Boolean required() {
        String required = said.authorization();
        return required.equals("Y") ? Boolean.TRUE : required.equals("N") ? Boolean.FALSE : null;
    }

    private @Nullable Boolean referral() {
        boolean restricted = !said.most(benefit -> benefit.kind() == BenefitKind.RESTRICTED_TO_PROVIDER)
                .isEmpty();
        return restricted ? Boolean.TRUE : null;
    }

    private @Nullable Boolean network() {
        Optional<Boolean> inside = Optional.ofNullable(state("el05", "in-network", "out-of-network"));
        return inside.orElse(found("el05-either") ? Boolean.TRUE : null);
    }
}
