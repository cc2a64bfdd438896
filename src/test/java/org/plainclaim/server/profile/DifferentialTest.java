package org.plainclaim.server.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.profile.Judgement.Answer;

/**
 * The compiled checks never say of a resource what the stock validator does not say.
 *
 * <p>{@code -Dplainclaim.mutants=20000} makes more mutants than every build can wait for.
 */
final class DifferentialTest {
    private static final int MUTANTS = Integer.getInteger("plainclaim.mutants", 250);
    private static final long SEED = Long.getLong("plainclaim.mutants.seed", 20_261_123L);

    @Test
    void agreesOnMutantsOfEveryExample() {
        Differential differential = new Differential();
        differential.mutants(MUTANTS, SEED);
        differential.counts().forEach((what, times) -> System.out.println(times + " " + what));
        assertEquals(List.of(), differential.differences());
        assertTrue(differential.counted(Answer.VALID) > MUTANTS / 10, "mutants that are still valid");
        assertTrue(differential.counted(Answer.INVALID) > MUTANTS / 4, "mutants that are invalid");
    }

    @Test
    void coversEveryExample() {
        Differential differential = new Differential();
        for (Differential.Example example : Differential.examples()) {
            differential.compare(example.name(), example.resource(), example.profile());
        }
        assertEquals(List.of(), differential.differences());
        assertTrue(
                differential.counted(Answer.UNCOVERED) <= 1,
                differential.counts().toString());
    }
}
