package org.plainclaim.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.confidentiality.Shipped.BOOK;
import static org.plainclaim.confidentiality.Shipped.DAY;
import static org.plainclaim.confidentiality.Shipped.asked;
import static org.plainclaim.confidentiality.Shipped.consent;
import static org.plainclaim.confidentiality.Shipped.denies;
import static org.plainclaim.confidentiality.Shipped.partTwo;
import static org.plainclaim.confidentiality.Shipped.permits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DisclosureRulesTest {
    private final DisclosureRules rules = new DisclosureRules(BOOK);

    private String reason(Disclosure disclosure, PatientConsent... consents) {
        return rules.decide(disclosure, List.of(consents)).reason();
    }

    @Test
    void aConsentForTreatmentPaymentAndOperationsCoversAClaim() {
        DisclosureDecision decision =
                rules.decide(asked(partTwo()), List.of(consent(permits(DAY.minusDays(60), null))));
        assertTrue(decision.permitted());
        assertEquals("Consent/1", decision.consent());
        assertEquals("part-two-short", decision.notice());
    }

    @Test
    void theSameConsentCoversAQuestionAboutEligibility() {
        Disclosure question = asked(partTwo(), Set.of("payer"), "ELIGDTRM");
        assertEquals("consent-covers", reason(question, consent(permits(null, null))));
    }

    @Test
    void withoutAConsentNothingLeaves() {
        assertEquals("no-consent", reason(asked(partTwo())));
        assertFalse(rules.decide(asked(partTwo()), null).permitted());
        assertEquals("consent-unknown", rules.decide(asked(partTwo()), null).reason());
    }

    @Test
    void saysWhyAConsentDoesNotCover() {
        Disclosure claim = asked(partTwo());
        PatientConsent good = consent(permits(null, null));
        assertEquals("consent-revoked", reason(claim, change(good, "active", DAY, List.of())));
        assertEquals("consent-covers", reason(claim, change(good, "active", DAY.plusDays(1), List.of())));
        assertEquals("consent-inactive", reason(claim, change(good, "inactive", null, List.of())));
        assertEquals("consent-incomplete", reason(claim, change(good, "active", null, List.of("the signature"))));
        assertEquals("consent-expired", reason(claim, consent(permits(null, DAY.minusDays(1)))));
        assertEquals("consent-not-given-yet", reason(claim, consent(permits(DAY.plusDays(1), null))));
        assertEquals("dates-not-covered", reason(claim, consent(permits(DAY.minusDays(8), null))));
        assertEquals("other-recipient", reason(asked(partTwo(), Set.of("Practitioner/2"), "HPAYMT"), good));
        assertEquals("never", reason(asked(partTwo(), Set.of("payer"), "HMARKT"), good));
    }

    @Test
    void theReasonNearestToAConsentIsSaid() {
        PatientConsent old = change(consent(permits(null, null)), "inactive", null, List.of());
        assertEquals("dates-not-covered", reason(asked(partTwo()), old, consent(permits(DAY.minusDays(8), null))));
    }

    @Test
    void aDenialGoesBeforeAPermit() {
        PatientConsent permit = consent(permits(null, null));
        assertEquals(
                "provision-denies", reason(asked(partTwo()), permit, consent(denies(Set.of("Organization/payer")))));
        Provision inside = new Provision(
                true,
                null,
                null,
                null,
                null,
                Set.of("payer"),
                Shipped.TPO,
                Set.of(),
                List.of(denies(Set.of("Organization/payer"))));
        assertEquals("provision-denies", reason(asked(partTwo()), consent(inside)));
        assertEquals("consent-covers", reason(asked(partTwo()), permit, consent(denies(Set.of("Organization/other")))));
    }

    @Test
    void whoPaysMayForbidThatThePayerIsTold() {
        PatientConsent restriction = new PatientConsent(
                "Consent/2", Set.of(PatientConsent.SELF_PAY), "active", null, null, List.of(), denies(Set.of("payer")));
        assertEquals("self-pay", reason(asked(Labels.NONE), restriction));
        assertEquals("self-pay", reason(asked(partTwo()), consent(permits(null, null)), restriction));
        assertEquals("not-protected", reason(asked(Labels.NONE, Set.of("Practitioner/2"), "TREAT"), restriction));
    }

    @Test
    void psychotherapyNotesNeverLeave() {
        Labels note = new Labels("V", Set.of("PSYTHPN"), Set.of("HIPAAPsyNotes"), Set.of());
        for (String purpose : List.of("HPAYMT", "TREAT", "HMARKT", "ELIGDTRM")) {
            assertEquals(
                    "never",
                    reason(asked(note.and(partTwo()), Set.of("payer"), purpose), consent(permits(null, null))));
        }
    }

    @Test
    void whatIsNotProtectedGoesWithoutAConsent() {
        assertTrue(rules.decide(asked(new Labels("R", Set.of("SUD"), Set.of(), Set.of())), null)
                .permitted());
    }

    /** Whatever consents there are: a permitted disclosure of Part 2 content names one that is in force and covers it. */
    @Test
    void nothingOfPartTwoIsPermittedWithoutAConsentThatCoversIt() {
        Random random = new Random(42);
        int permitted = 0;
        for (int i = 0; i < 20_000; i++) {
            List<PatientConsent> consents = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                consents.add(any(random, "Consent/" + n));
            }
            Disclosure disclosure = any(random);
            DisclosureDecision decision = rules.decide(disclosure, consents);
            if (decision.permitted()) {
                permitted++;
                PatientConsent by = consents.stream()
                        .filter(one -> one.reference().equals(decision.consent()))
                        .findFirst()
                        .orElseThrow();
                assertCovers(by, disclosure);
            }
        }
        assertTrue(permitted > 100, "permitted: " + permitted);
    }

    private static void assertCovers(PatientConsent by, Disclosure disclosure) {
        LocalDate revoked = by.revoked();
        assertEquals("active", by.status());
        assertTrue(by.provision().permits() && by.missing().isEmpty());
        assertTrue(revoked == null || disclosure.day().isBefore(revoked));
        LocalDate to = by.provision().to();
        assertTrue(to == null || !disclosure.day().isAfter(to));
        assertTrue(by.kinds().contains(PatientConsent.PART_TWO));
        assertTrue(by.provision().recipients().stream().anyMatch(disclosure.recipients()::contains));
        LocalDate from = by.provision().from();
        assertTrue(from == null || !disclosure.from().isBefore(from));
    }

    private static Disclosure any(Random random) {
        LocalDate day = DAY.plusDays(random.nextInt(10));
        LocalDate from = day.minusDays(random.nextInt(20));
        return new Disclosure(
                "Claim/1",
                partTwo(),
                random.nextBoolean() ? Set.of("payer", "Organization/a") : Set.of("Organization/b"),
                List.of("HPAYMT", "ELIGDTRM", "TREAT", "HMARKT").get(random.nextInt(4)),
                day,
                from,
                day);
    }

    private static PatientConsent any(Random random, String reference) {
        Provision provision = new Provision(
                random.nextInt(5) > 0,
                day(random, -30),
                day(random, 30),
                null,
                null,
                List.of(Set.of("payer"), Set.of("Organization/b"), Set.<String>of())
                        .get(random.nextInt(3)),
                random.nextInt(3) > 0 ? Shipped.TPO : Set.of("TREAT"),
                Set.of(),
                List.of());
        return new PatientConsent(
                reference,
                Set.of(random.nextInt(4) > 0 ? PatientConsent.PART_TWO : PatientConsent.SELF_PAY),
                random.nextInt(4) > 0 ? "active" : "inactive",
                day(random, -30),
                day(random, 20),
                random.nextInt(4) > 0 ? List.of() : List.of("the signature"),
                provision);
    }

    private static @Nullable LocalDate day(Random random, int middle) {
        return random.nextBoolean() ? null : DAY.plusDays(middle + random.nextInt(41) - 20L);
    }

    private static PatientConsent change(
            PatientConsent one, String status, @Nullable LocalDate revoked, List<String> missing) {
        return new PatientConsent(one.reference(), one.kinds(), status, one.given(), revoked, missing, one.provision());
    }
}
