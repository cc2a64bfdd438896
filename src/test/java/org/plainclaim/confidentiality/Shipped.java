package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The shipped rows, and small records to ask them about. */
final class Shipped {
    static final RuleBook BOOK = RuleLoader.load(TerminologyFolder.shipped()).base();
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Set<String> TPO = Set.of("TREAT", "HPAYMT", "HOPERAT");

    private Shipped() {}

    static Content.Code code(Content.Kind kind, String code) {
        return new Content.Code(kind, Fact.of(code, new Evidence("Condition/1", "Condition.code", code)));
    }

    static Content content(boolean partTwo, Content.Code... codes) {
        return new Content(
                List.of(codes),
                Fact.of(partTwo, new Evidence("Organization/9", "Organization.type", "part-2-program")));
    }

    static Labels partTwo() {
        return new Labelling(BOOK).labels(content(true, code(Content.Kind.DIAGNOSIS, "F11.20")), DAY);
    }

    static Disclosure asked(Labels labels) {
        return asked(labels, Set.of("Organization/payer", "payer"), "HPAYMT");
    }

    static Disclosure asked(Labels labels, Set<String> recipients, String purpose) {
        return new Disclosure("Claim/7", labels, recipients, purpose, DAY, DAY.minusDays(9), DAY.minusDays(9));
    }

    static Provision permits(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Provision(true, from, to, null, null, Set.of("payer"), TPO, Set.of(), List.of());
    }

    static Provision denies(Set<String> recipients) {
        return new Provision(false, null, null, null, null, recipients, Set.of("HPAYMT"), Set.of(), List.of());
    }

    static PatientConsent consent(Provision provision) {
        return new PatientConsent(
                "Consent/1", Set.of(PatientConsent.PART_TWO), "active", DAY.minusDays(60), null, List.of(), provision);
    }
}
