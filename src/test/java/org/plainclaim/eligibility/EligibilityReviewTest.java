package org.plainclaim.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What an answer means for a session, as {@code reviews.yaml} tells it. */
final class EligibilityReviewTest {
    private static final RuleBook BOOK =
            RuleLoader.load(TerminologyFolder.shipped()).base();

    static List<ReviewScenario> scenarios() throws IOException {
        return ReviewScenario.all();
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void findsWhatTheScenarioSays(ReviewScenario scenario) throws IOException {
        EligibilityReview review = EligibilityReview.of(scenario.asCase(), BOOK);
        Set<String> found = rules(review.findings());
        if (scenario.has("standing")) {
            assertEquals(scenario.text("standing", ""), review.standing().name());
        }
        for (String finds : scenario.list("finds")) {
            assertTrue(found.contains(finds), () -> finds + " is not among " + found);
        }
        if (scenario.has("holds")) {
            Set<String> holding =
                    rules(review.findings().stream().filter(Finding::holds).toList());
            assertEquals(new TreeSet<>(scenario.list("holds")), holding);
            assertEquals(holding.isEmpty(), review.holdsNothing());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyFindingSaysWhatToDoAndWhereItComesFrom(ReviewScenario scenario) throws IOException {
        List<Finding> findings = EligibilityReview.of(scenario.asCase(), BOOK).findings();
        Set<String> checks =
                findings.stream().map(finding -> finding.rule().substring(0, 4)).collect(Collectors.toSet());
        assertEquals(checks.size(), findings.size(), "each check says one thing");
        for (Finding finding : findings) {
            boolean done = finding.verdict() == Verdict.PASS || finding.verdict() == Verdict.BYPASSED;
            assertEquals(done, finding.fix().isEmpty(), finding.rule());
            assertTrue(!finding.message().contains("{") && !finding.message().contains("unknown"), finding.message());
            assertTrue(!finding.message().contains("DOE") && !finding.message().contains("M123"), "no person is named");
            assertTrue(!finding.evidence().isEmpty(), finding.rule());
        }
    }

    @Test
    void everyRowIsFoundByAScenario() throws IOException {
        Set<String> never = new TreeSet<>();
        BOOK.table(EligibilityTables.CHECKS).rows().forEach(row -> never.add(row.rule()));
        never.removeAll(Set.of("el17-limit", "el18-limit"));
        for (ReviewScenario scenario : scenarios()) {
            never.removeAll(rules(EligibilityReview.of(scenario.asCase(), BOOK).findings()));
        }
        assertEquals(Set.of(), never);
    }
}
