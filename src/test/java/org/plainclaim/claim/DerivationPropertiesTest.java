package org.plainclaim.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What holds for every session, tried on many that a seeded generator makes. */
final class DerivationPropertiesTest {
    private static final int SESSIONS = 20_000;
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(RuleLoader.load(TerminologyFolder.shipped()));
    private static final List<String> SERVICES = List.of(
            "diagnostic-evaluation",
            "diagnostic-evaluation-medical",
            "individual-psychotherapy",
            "crisis-psychotherapy",
            "family-psychotherapy",
            "group-psychotherapy",
            "evaluation-and-management",
            "something-else");
    private static final List<String> WHO = List.of(
            "psychiatrist", "clinical-psychologist", "clinical-social-worker", "peer-specialist", "trainee", "no-such");
    private static final List<String> FACTS = List.of(
            "date",
            "zone",
            "birth-date",
            "minutes",
            "modality",
            "note",
            "signature",
            "plan",
            "plan-review",
            "coverage",
            "payer",
            "coverage-period",
            "subscriber",
            "rendering",
            "rendering-npi",
            "credential",
            "billing-npi",
            "diagnosis",
            "class",
            "service",
            "mental-status",
            "response",
            "coded-sections",
            "status",
            "start",
            "stop");
    private static final List<String> CODES = List.of(
            "F41.1", "F33.1", "Z63.0", "F10.20 provisional", "F32.A refuted", "none", "not-a-code", "", "R45.851");
    private static final List<String> LEVELS = List.of("straightforward", "low", "moderate", "high", "-", "odd");

    @Test
    void everySessionGetsAnAnswerThatKeepsTheRulesOfAClaim() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < SESSIONS; i++) {
            ObjectNode facts = session(random);
            ClaimOutcome outcome = DERIVATION.derive(ScenarioSession.of(facts));
            keepsTheRules(facts, outcome);
        }
    }

    private static void keepsTheRules(ObjectNode facts, ClaimOutcome outcome) {
        boolean holds = outcome.findings().stream().anyMatch(Finding::holds);
        assertEquals(outcome.ready(), !holds, () -> "ready or held with a finding: " + facts);
        outcome.findings().forEach(finding -> {
            assertFalse(finding.message().isBlank());
            assertFalse(finding.message().contains("{"), finding::message);
            assertTrue(finding.verdict() != Verdict.FAIL || !finding.fix().isBlank(), finding::rule);
        });
        for (DerivedClaim claim : outcome.claims()) {
            assertTrue(claim.diagnoses().size() <= 12);
            claim.lines().forEach(line -> keepsTheRules(claim, line));
        }
        Set<String> primaries = new HashSet<>();
        outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .filter(line -> !line.code().code().matches("90785|90840|G0018"))
                .forEach(line -> assertTrue(primaries.add(line.service()), "a minute in two lines"));
    }

    private static void keepsTheRules(DerivedClaim claim, ServiceLine line) {
        assertTrue(line.modifiers().size() <= 4);
        assertTrue(line.pointers().size() <= 4);
        assertTrue(line.units() >= 1);
        line.pointers()
                .forEach(pointer ->
                        assertTrue(pointer >= 1 && pointer <= claim.diagnoses().size()));
        line.reasons().forEach(reason -> assertFalse(reason.evidence().isEmpty()));
    }

    @Test
    void theSameSessionGetsTheSameAnswerFromManyAtOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            SessionDocumentation session = ScenarioSession.of(session(random));
            ClaimOutcome first = DERIVATION.derive(session);
            assertTrue(IntStream.range(0, 100)
                    .parallel()
                    .allMatch(again -> DERIVATION.derive(session).equals(first)));
        }
    }

    @Test
    void theReviewAloneFindsWhatTheDerivationFinds() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            SessionDocumentation session = ScenarioSession.of(session(random));
            List<Finding> all = DERIVATION.derive(session).findings();
            assertTrue(all.containsAll(DERIVATION.review(session).findings()));
        }
    }

    private static ObjectNode session(Random random) {
        ObjectNode facts = service(random);
        facts.put("payer", pick(random, List.of("commercial", "medicare", "medicaid")));
        facts.put("date", pick(random, List.of("2012-12-31", "2023-12-31", "2024-01-01", "2026-03-03", "2031-01-01")));
        facts.put("class", pick(random, List.of("AMB", "VR", "HH", "IMP", "EMER", "FLD", "XX")));
        if (random.nextBoolean()) {
            facts.put("telehealth", pick(random, List.of("audio-video", "audio-only")));
        }
        if (random.nextBoolean()) {
            facts.put("place", pick(random, List.of("PTRES", "SCHOOL", "HOSP", "PSYCHF", "odd")));
        }
        if (random.nextInt(3) == 0) {
            facts.set("also", service(random));
        }
        some(random, facts.putArray("missing"), FACTS, random.nextInt(4));
        if (random.nextBoolean()) {
            some(random, facts.putArray("diagnoses"), CODES, random.nextInt(20));
        }
        return facts;
    }

    private static ObjectNode service(Random random) {
        ObjectNode facts = new ObjectMapper().createObjectNode();
        facts.put("service", pick(random, SERVICES));
        facts.put("by", pick(random, WHO));
        facts.put("minutes", random.nextInt(200));
        facts.put("patient", pick(random, List.of("present", "part", "absent")));
        facts.put("group", random.nextInt(20));
        facts.put("decision", pick(random, LEVELS) + " " + pick(random, LEVELS) + " " + pick(random, LEVELS));
        facts.put("status", pick(random, List.of("new", "established", "odd")));
        some(random, facts.putArray("factors"), List.of("interpreter", "play-equipment", "odd"), random.nextInt(3));
        return facts;
    }

    private static void some(Random random, ArrayNode into, List<String> from, int count) {
        for (int i = 0; i < count; i++) {
            into.add(pick(random, from));
        }
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
