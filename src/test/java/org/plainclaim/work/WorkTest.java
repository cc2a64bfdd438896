package org.plainclaim.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class WorkTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final String PERSON = "Practitioner/7";
    private static final Priorities PRIORITIES = new Priorities(RuleLoader.load(TerminologyFolder.shipped()));

    private static WorkItem item(String message) {
        return new WorkItem(
                "Claim/7/scrub/e07", Owner.FRONT_DESK, "e07", message, "Ask.", "Claim/7", "Patient/1", null, null);
    }

    private static Step step(Work work, WorkState to, String why) {
        return new Step(work.state(), to, PERSON, NOW, why);
    }

    @Test
    void goesFromRaisedToDoneAndIsReopenedWhenItsCauseComesBack() {
        Work work = Work.raised(item("No authorization."), NOW);
        for (WorkState to : List.of(WorkState.CLAIMED, WorkState.IN_PROGRESS, WorkState.WAITING, WorkState.DONE)) {
            work = work.after(step(work, to, "asked the payer"));
        }
        assertFalse(work.reopened());
        Work again = work.again(item("Still none."), NOW);
        assertEquals(WorkState.READY, again.state());
        assertTrue(again.reopened());
        assertEquals("Still none.", again.item().message());
        assertEquals(6, again.history().size());
        assertEquals("done -> ready: Still none.", again.history().get(5).text());
    }

    @Test
    void whatIsOpenIsOnlyBroughtUpToDateByItsCause() {
        Work work = Work.raised(item("One."), NOW);
        work = work.after(step(work, WorkState.CLAIMED, ""));
        Work again = work.again(item("Two."), NOW);
        assertEquals(WorkState.CLAIMED, again.state());
        assertEquals(work.history(), again.history());
        assertEquals("Two.", again.item().message());
    }

    @Test
    void whatIsClosedIsNotSettledOnceMore() {
        Work settled = Work.raised(item("One."), NOW).settled("It is there.", NOW);
        assertEquals(WorkState.SETTLED, settled.state());
        assertEquals(settled, settled.settled("It is there.", NOW));
    }

    @Test
    void peopleNeitherReopenNorSettle() {
        Work settled = Work.raised(item("One."), NOW).settled("It is there.", NOW);
        assertFalse(step(settled, WorkState.READY, "why not").objections().isEmpty());
        Work open = Work.raised(item("One."), NOW);
        assertFalse(step(open, WorkState.SETTLED, "why not").objections().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> open.after(step(open, WorkState.SETTLED, "why not")));
    }

    @Test
    void whatIsClosedIsOnlyOpenedAgainWhoeverDoesIt() {
        for (WorkState closed : List.of(WorkState.DONE, WorkState.SETTLED, WorkState.CANCELLED)) {
            for (WorkState to : WorkState.values()) {
                Step step = new Step(closed, to, Step.PLAINCLAIM, NOW, "because");
                assertEquals(to == WorkState.READY, step.objections().isEmpty(), closed + " -> " + to);
            }
        }
    }

    @Test
    void aStepNeedsAPersonOrAReason() {
        Step nobody = new Step(WorkState.READY, WorkState.CLAIMED, "", NOW, "");
        assertEquals(List.of("Say who: claimed needs a person."), nobody.objections());
        Step silent = new Step(WorkState.READY, WorkState.CANCELLED, PERSON, NOW, " ");
        assertEquals(List.of("Say why: cancelled needs a reason."), silent.objections());
    }

    @Test
    void theHistoryTellsHowEveryStateCameAbout() {
        Random random = new Random(6);
        for (int run = 0; run < 2000; run++) {
            Work work = Work.raised(item("One."), NOW);
            for (int i = 0; i < 12; i++) {
                work = moved(work, random);
                Step last = work.history().get(work.history().size() - 1);
                assertEquals(work.state(), last.to());
            }
            for (int i = 1; i < work.history().size(); i++) {
                assertEquals(
                        work.history().get(i - 1).to(), work.history().get(i).from());
                assertTrue(work.history().get(i).objections().isEmpty());
            }
        }
    }

    private static Work moved(Work work, Random random) {
        List<WorkState> all = List.of(WorkState.values());
        WorkState to = all.get(random.nextInt(all.size()));
        Step step = step(work, to, random.nextBoolean() ? "because" : "");
        return switch (random.nextInt(4)) {
            case 0 -> work.again(item("Again."), NOW);
            case 1 -> work.settled("Gone.", NOW);
            default -> step.objections().isEmpty() ? work.after(step) : work;
        };
    }

    @Test
    void itIsMoreUrgentTheNearerTheDueDateAndTheMoreMoney() {
        assertEquals("stat", priority("2026-11-20", "1"));
        assertEquals("stat", priority("2026-12-02", null));
        assertEquals("asap", priority("2026-12-07", "1"));
        assertEquals("asap", priority("2026-12-10", "500"));
        assertEquals("urgent", priority("2026-12-10", "499.99"));
        assertEquals("urgent", priority("2027-03-01", "99999999.99"));
        assertEquals("routine", priority("2027-03-01", "999.99"));
        assertEquals("routine", priority("2027-03-01", null));
        assertEquals("routine", priority(null, null));
        assertEquals("urgent", priority(null, "1000"));
    }

    private static String priority(
            @org.jspecify.annotations.Nullable String due, @org.jspecify.annotations.Nullable String money) {
        WorkItem item = new WorkItem(
                "a/b",
                Owner.BILLER,
                "b",
                "",
                "",
                "Claim/1",
                "",
                money == null ? null : new BigDecimal(money),
                due == null ? null : LocalDate.parse(due));
        return PRIORITIES.of(item, TODAY);
    }
}
