package org.plainclaim.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.edit.PairRows;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What holds for every claim, however odd. */
final class ScrubPropertiesTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final ClaimScrub SCRUB = new ClaimScrub(LIBRARY);
    private static final int CLAIMS = Integer.getInteger("plainclaim.scrub.claims", 4000);

    private static final List<String> CODES = List.of(
            "90791", "90832", "90834", "90837", "90833", "90836", "90838", "90839", "90840", "90785", "90846", "90847",
            "90853", "90849", "99213", "99214", "99283", "96127", "96136", "97153", "H0004", "G2067", "G0444", "99492",
            "80305", "90899", "", "x", "ЖЖЖЖЖ", "00000", "G9999");
    private static final List<String> MODIFIERS =
            List.of("59", "95", "93", "GT", "XE", "XP", "25", "76", "HN", "AH", "52", "", "Z", "FQ", "HL");
    private static final List<String> PLACES = List.of("11", "02", "10", "21", "22", "23", "58", "", "99", "zz");
    private static final List<String> DIAGNOSES = List.of(
            "F33.1", "F32.1", "F10.10", "F10.20", "F02.80", "Z63.0", "", "?", "F33", "E11.9", "F50.02", "R45.851");
    private static final List<LocalDate> DATES =
            List.of(SampleClaim.DAY, LocalDate.of(2026, 3, 3), LocalDate.MIN, LocalDate.MAX, LocalDate.of(2019, 1, 1));

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> some(List<T> all, Random random, int most) {
        List<T> some = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(one(all, random));
        }
        return some;
    }

    private static SampleClaim odd(Random random) {
        SampleClaim claim = new SampleClaim();
        claim.book = one(List.of("medicare", "commercial", "tricare", "medicaid-oregon", "", "nobody"), random);
        claim.filing = one(List.of("MB", "MC", "CI", ""), random);
        claim.form = one(List.of(Form.values()), random);
        claim.frequency = one(List.of(Frequency.values()), random);
        claim.stay = random.nextBoolean()
                ? Stay.NONE
                : new Stay(
                        "013",
                        some(List.of("41", "92", ""), random, 3),
                        one(DATES, random),
                        one(DATES, random),
                        "",
                        "",
                        "",
                        "",
                        List.of());
        claim.member = one(List.of("", "1EG4TE5MK73", "ЖЖ"), random);
        claim.signatures = random.nextBoolean() ? Signatures.ON_FILE : new Signatures(false, "", "", "");
        claim.born = random.nextInt(4) == 0 ? null : one(DATES, random);
        claim.died = random.nextInt(4) == 0 ? one(DATES, random) : null;
        claim.received = one(DATES, random);
        claim.diagnoses.clear();
        claim.diagnoses.addAll(some(DIAGNOSES, random, 14));
        if (random.nextInt(4) == 0) {
            claim.providers.clear();
        }
        claim.recorded = random.nextBoolean();
        for (int i = random.nextInt(6); i > 0; i--) {
            line(claim.line(one(CODES, random)), random);
        }
        return claim;
    }

    private static void line(SampleClaim.SampleLine line, Random random) {
        line.modifiers = some(MODIFIERS, random, 5);
        line.place = one(PLACES, random);
        line.from = one(DATES, random);
        line.to = random.nextInt(3) == 0 ? one(DATES, random) : line.from;
        line.units = one(
                List.of(
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        new BigDecimal("-1"),
                        new BigDecimal("1E+9"),
                        new BigDecimal("0.5")),
                random);
        line.charge = random.nextBoolean() ? null : new BigDecimal("-1.00");
        line.pointers = some(List.of(1, 2, 0, -1, Integer.MAX_VALUE), random, 5);
        line.minutes = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(3000));
        line.revenue = one(List.of("", "0905", "0912", "zz"), random);
        line.rendering = random.nextInt(3) == 0
                ? Provider.clinician("", "", "", one(List.of("", "390200000X", "?"), random))
                : null;
    }

    @Test
    void answersEveryEditOnceForAnyClaim() {
        Random random = new Random(20260302);
        for (int i = 0; i < CLAIMS; i++) {
            SampleClaim claim = odd(random);
            ScrubOutcome outcome = SCRUB.scrub(claim.submission(), claim.context());
            Set<String> seen = new HashSet<>();
            for (ScrubFinding finding : outcome.findings()) {
                assertTrue(seen.add(finding.edit() + finding.line()));
                assertFalse(
                        finding.rules().contains("reason-nobody-looked"),
                        () -> finding.edit() + " of " + claim.submission());
            }
        }
    }

    @Test
    void saysTheSameOfTheSameClaim() {
        Random random = new Random(7);
        for (int i = 0; i < CLAIMS / 8; i++) {
            SampleClaim claim = odd(random);
            Submission submission = claim.submission();
            ScrubContext context = claim.context();
            ScrubOutcome again = new ClaimScrub(LIBRARY).scrub(submission, context);
            assertEquals(SCRUB.scrub(submission, context).findings(), again.findings());
            if (i == 0) {
                assertFalse(again.findings().isEmpty());
            }
            i += 16;
        }
    }

    @Test
    void leavesNoBarredPairUnsaid() {
        Random random = new Random(11);
        PairRows pairs = new PairRows(LIBRARY.book("medicare").orElseThrow());
        int barred = 0;
        for (int i = 0; i < CLAIMS; i++) {
            SampleClaim claim = new SampleClaim();
            for (int j = 1 + random.nextInt(4); j >= 0; j--) {
                claim.line(one(CODES.subList(0, 20), random)).modifiers = some(MODIFIERS, random, 2);
            }
            Submission submission = claim.submission();
            boolean bars = bars(submission.lines(), pairs);
            barred += bars ? 1 : 0;
            assertTrue(
                    !bars || SCRUB.scrub(submission, claim.context()).held(),
                    () -> submission.lines().toString());
        }
        assertTrue(barred > CLAIMS / 10, "enough pairs were tried");
    }

    private static boolean bars(List<Line> lines, PairRows pairs) {
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < lines.size(); j++) {
                boolean never = i != j
                        && pairs.find(
                                        lines.get(i).procedure().code(),
                                        lines.get(j).procedure().code(),
                                        SampleClaim.DAY)
                                .map((Row row) -> row.result("indicator"))
                                .filter("0"::equals)
                                .isPresent();
                if (never) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void neverCallsAClaimCleanThatNobodyKnowsAnythingAbout() {
        SampleClaim claim = SampleClaim.clean();
        ScrubOutcome outcome = SCRUB.scrub(claim.submission(), ScrubContext.of("Claim/1", SampleClaim.RECEIVED));
        assertFalse(outcome.held());
        assertFalse(outcome.clean());
        assertTrue(outcome.count(Verdict.NOT_CHECKED) > 20);
    }

    @Test
    void findsTheBillingProviderOfAClaimThatNamesNobody() {
        SampleClaim claim = SampleClaim.clean();
        claim.providers.remove(Role.BILLING);
        ScrubOutcome outcome = SCRUB.scrub(claim.submission(), claim.context());
        Set<String> failed = new HashSet<>();
        outcome.findings().stream()
                .filter(finding -> finding.finding().verdict() == Verdict.FAIL)
                .forEach(finding -> failed.add(finding.edit()));
        assertEquals(Set.of("s01", "s02", "s05"), failed);
    }
}
