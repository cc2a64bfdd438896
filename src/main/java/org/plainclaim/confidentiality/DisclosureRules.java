package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Decides whether content may go to a recipient for a purpose on a day. */
public final class DisclosureRules {
    private static final Column LABEL = Column.of("label");
    private static final Column PURPOSE = Column.of("purpose");
    private static final String NEVER = "never";

    /** The nearer a consent came to covering it, the later its reason stands here; that one is said. */
    private static final List<String> NEARNESS = List.of(
            "no-consent",
            "consent-inactive",
            "consent-revoked",
            "consent-not-given-yet",
            "consent-incomplete",
            "consent-expired",
            "other-recipient",
            "other-purpose",
            "other-content",
            "dates-not-covered");

    private final RuleBook book;

    /** Decides by the rows of a book. */
    public DisclosureRules(RuleBook book) {
        this.book = book;
    }

    /** The one question of this room; null consents could not be looked at, and permit nothing that needs one. */
    public DisclosureDecision decide(Disclosure asked, @Nullable List<PatientConsent> consents) {
        Optional<PatientConsent> selfPay = restriction(asked, consents);
        if (selfPay.isPresent()) {
            return decision("self-pay", asked, selfPay.get(), "");
        }
        Row needs = null;
        for (String label : asked.labels().codes()) {
            Optional<Row> row = rule(label, asked);
            boolean never = row.map(one -> one.result("needs").equals(NEVER)).orElse(named(label, asked));
            if (never) {
                return decision("never", asked, null, "");
            }
            needs = row.orElse(needs);
        }
        if (needs == null) {
            return decision("not-protected", asked, null, "");
        }
        return consents == null ? decision("consent-unknown", asked, null, "") : needing(needs, asked, consents);
    }

    /** What becomes of a disclosure whose notice can not go along, for the reason of a case in the findings. */
    public DisclosureDecision withoutNotice(Disclosure asked, DisclosureDecision permitted, String reason) {
        DisclosureDecision against = decision(reason, asked, null, "");
        return new DisclosureDecision(against.finding(), reason, permitted.consent(), "");
    }

    /** True if some consent of the kind permits something now, whatever it is that will be told. */
    public boolean anyConsent(String kind, List<PatientConsent> consents, LocalDate day) {
        return consents.stream()
                .anyMatch(one -> one.kinds().contains(kind)
                        && one.inForce(day)
                        && one.missing().isEmpty()
                        && one.provision().permits()
                        && one.provision().holdsOn(day));
    }

    /** A label that rows name is not told for a purpose that none of them names. */
    private boolean named(String label, Disclosure asked) {
        return !book.table(ConfidentialityTables.DISCLOSURES)
                .rowsOf(label, asked.day())
                .isEmpty();
    }

    private Optional<Row> rule(String label, Disclosure asked) {
        Situation facts = Situation.of(LABEL, fact(label)).with(PURPOSE, fact(asked.purpose()));
        return book.table(ConfidentialityTables.DISCLOSURES).first(facts, asked.day());
    }

    /** A patient who pays may forbid to tell the payer, whatever the content is. */
    private Optional<PatientConsent> restriction(Disclosure asked, @Nullable List<PatientConsent> consents) {
        return Optional.ofNullable(consents).orElse(List.of()).stream()
                .filter(one -> one.kinds().contains(PatientConsent.SELF_PAY))
                .filter(one -> one.inForce(asked.day()))
                .filter(one -> !one.provision().permits() && overlaps(one.provision(), asked))
                .filter(one -> names(payersUnlessNamed(one.provision()), asked.recipients()))
                .filter(one -> one.provision().purposes().isEmpty() || purpose(one.provision(), asked))
                .findFirst();
    }

    private static Set<String> payersUnlessNamed(Provision provision) {
        return provision.recipients().isEmpty() ? Set.of(Disclosure.PAYER) : provision.recipients();
    }

    private DisclosureDecision needing(Row needs, Disclosure asked, List<PatientConsent> consents) {
        List<PatientConsent> kind = consents.stream()
                .filter(one -> one.kinds().contains(needs.result("needs")))
                .toList();
        for (PatientConsent one : kind) {
            if (one.inForce(asked.day()) && denies(one.provision(), asked)) {
                return decision("provision-denies", asked, one, "");
            }
        }
        String nearest = NEARNESS.get(0);
        PatientConsent nearestConsent = null;
        for (PatientConsent one : kind) {
            String reason = against(one, asked);
            if (reason.isEmpty()) {
                return decision("consent-covers", asked, one, needs.result("notice"));
            }
            if (NEARNESS.indexOf(reason) > NEARNESS.indexOf(nearest)) {
                nearest = reason;
                nearestConsent = one;
            }
        }
        return decision(nearest, asked, nearestConsent, "");
    }

    /** Why a consent does not cover it; empty if it does. */
    private String against(PatientConsent one, Disclosure asked) {
        LocalDate day = asked.day();
        Provision provision = one.provision();
        if (one.revoked() != null && !day.isBefore(one.revoked())) {
            return "consent-revoked";
        }
        if (!one.status().equals("active")) {
            return "consent-inactive";
        }
        if (!one.missing().isEmpty()) {
            return "consent-incomplete";
        }
        if (before(day, one.given()) || before(day, provision.from())) {
            return "consent-not-given-yet";
        }
        if (!provision.permits() || !provision.holdsOn(day)) {
            return provision.permits() ? "consent-expired" : "no-consent";
        }
        return uncovered(provision, asked);
    }

    private static boolean before(LocalDate day, @Nullable LocalDate first) {
        return first != null && day.isBefore(first);
    }

    private String uncovered(Provision provision, Disclosure asked) {
        if (!names(provision.recipients(), asked.recipients())) {
            return "other-recipient";
        }
        if (!purpose(provision, asked)) {
            return "other-purpose";
        }
        if (!about(provision, asked)) {
            return "other-content";
        }
        return provision.isAbout(asked.from(), asked.to()) ? "" : "dates-not-covered";
    }

    private boolean denies(Provision provision, Disclosure asked) {
        boolean here = !provision.permits()
                && overlaps(provision, asked)
                && (provision.recipients().isEmpty() || names(provision.recipients(), asked.recipients()))
                && (provision.purposes().isEmpty() || purpose(provision, asked))
                && about(provision, asked);
        return here || provision.exceptions().stream().anyMatch(inner -> denies(inner, asked));
    }

    /** A denial about some of the days denies what is about several. */
    private static boolean overlaps(Provision provision, Disclosure asked) {
        LocalDate first = provision.dataFrom();
        LocalDate last = provision.dataTo();
        return provision.holdsOn(asked.day())
                && (first == null || !asked.to().isBefore(first))
                && (last == null || !asked.from().isAfter(last));
    }

    private static boolean about(Provision provision, Disclosure asked) {
        return provision.labels().isEmpty()
                || !Collections.disjoint(provision.labels(), asked.labels().codes());
    }

    private static boolean names(Set<String> named, Set<String> recipients) {
        return !Collections.disjoint(named, recipients);
    }

    private boolean purpose(Provision provision, Disclosure asked) {
        Set<String> wider = new TreeSet<>(Set.of(asked.purpose()));
        book.table(ConfidentialityTables.PURPOSES)
                .named(asked.purpose(), asked.day())
                .ifPresent(row -> wider.add(row.result("part-of")));
        return !Collections.disjoint(provision.purposes(), wider);
    }

    private DisclosureDecision decision(
            String reason, Disclosure asked, @Nullable PatientConsent consent, String notice) {
        Row row = book.table(ConfidentialityTables.FINDINGS)
                .named(reason, asked.day())
                .orElseThrow(() -> new IllegalStateException("confidentiality/findings has no row " + reason));
        Situation facts = Situation.of(Column.of("missing"), fact(missing(consent)));
        List<Evidence> evidence = new ArrayList<>(List.of(new Evidence(asked.content(), "meta.security", null)));
        String reference = consent == null ? null : consent.reference();
        if (reference != null) {
            evidence.add(new Evidence(reference, "Consent.provision", null));
        }
        Finding finding = new Finding(
                row.source(),
                Verdict.valueOf(row.result("verdict").toUpperCase(Locale.ROOT).replace('-', '_')),
                Severity.of(row.result("severity")),
                row.filled("message", facts),
                row.filled("fix", facts),
                evidence);
        return new DisclosureDecision(finding, reason, reference, notice);
    }

    private static String missing(@Nullable PatientConsent consent) {
        return consent == null ? "" : String.join(", ", consent.missing());
    }

    private static Fact<String> fact(String value) {
        return new Fact<>(value, List.of());
    }
}
