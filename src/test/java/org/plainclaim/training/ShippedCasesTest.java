package org.plainclaim.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped case against the rules: a rule change that alters the answer of a case fails here until the case is updated. */
final class ShippedCasesTest {
    @Test
    void noFileOfCasesHasAFault() {
        assertEquals(List.of(), Cases.SHIPPED.faults());
    }

    @TestFactory
    Stream<DynamicTest> theRulesDeriveWhatTheAuthorExpects() {
        return Cases.SHIPPED.cases().values().stream().map(one -> dynamicTest(one.id(), () -> isAsExpected(one)));
    }

    private static void isAsExpected(TrainingCase one) {
        Solution solution = Cases.solved(one);
        Set<String> held = new TreeSet<>();
        solution.gaps().values().forEach(all -> all.forEach(finding -> held.add(finding.rule())));
        assertEquals(
                one.text().expected().toString(),
                solution.answer().toString(),
                () -> one.text().place() + " held by " + held + ", would be "
                        + solution.lines().stream()
                                .map(line -> line.answer().toString())
                                .toList());
        assertEquals(one.text().expected(), solution.answer());
    }

    @Test
    void thereAreCasesOfEveryKindOnEveryLevel() {
        var all = Cases.SHIPPED.cases().values();
        var levels = all.stream().map(one -> one.text().about().level()).collect(Collectors.toSet());
        var categories =
                all.stream().map(one -> one.text().about().category()).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(all.size() >= 100, () -> "only " + all.size());
        assertEquals(Set.of(1, 2, 3), levels);
        assertTrue(categories.size() >= 15, categories::toString);
        assertTrue(all.stream()
                        .filter(one -> one.text().about().category().equals("confidentiality"))
                        .count()
                >= 8);
    }

    @Test
    void theSheetShowsTheSessionAndNotItsCodes() {
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            String sheet = one.sheet().toString();
            assertFalse(one.sheet().isEmpty());
            one.text()
                    .expected()
                    .lines()
                    .forEach(
                            line -> assertFalse(sheet.contains(line.code()), () -> one.id() + " shows " + line.code()));
        }
    }

    @Test
    void everyGapThatHoldsIsThereToChoose() {
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            Solution solution = Cases.solved(one);
            Set<String> choices = solution.choices().stream().map(Gap::code).collect(Collectors.toSet());
            assertTrue(choices.containsAll(solution.gaps().keySet()), one::id);
            assertTrue(choices.size() > solution.gaps().size() + 5, one::id);
        }
    }
}
