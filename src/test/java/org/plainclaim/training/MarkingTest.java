package org.plainclaim.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plainclaim.training.Mark.About;
import org.plainclaim.training.Mark.Judgement;

final class MarkingTest {
    @Test
    void whatTheRulesDeriveGetsEveryPoint() {
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            Marked marked = mark(one, Cases.solved(one).answer());
            assertTrue(marked.full(), () -> one.id() + " " + marked.marks());
            assertTrue(marked.of() >= 4, one::id);
            assertTrue(
                    marked.marks().stream().allMatch(mark -> mark.judgement() == Judgement.RIGHT),
                    () -> one.id() + " " + marked.marks());
        }
    }

    @Test
    void anAnswerThatLeavesAnythingOutNeverGetsEveryPoint() {
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            for (Answer less : withoutOneThing(Cases.solved(one).answer())) {
                assertFalse(mark(one, less).full(), () -> one.id() + " " + less);
            }
        }
    }

    @Test
    void anAnswerThatSaysMoreNeverGetsEveryPoint() {
        AnswerLine more = AnswerLine.parse("99499 x1 @11 ->1").orElseThrow();
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            Solution solution = Cases.solved(one);
            Answer right = solution.answer();
            Set<String> gaps = new TreeSet<>(right.gaps());
            solution.choices().stream()
                    .map(Gap::code)
                    .filter(gap -> !right.gaps().contains(gap))
                    .findFirst()
                    .ifPresent(gaps::add);
            assertFalse(
                    mark(one, new Answer(true, right.lines(), right.diagnoses(), gaps))
                            .full(),
                    one::id);
            List<AnswerLine> lines = new ArrayList<>(right.lines());
            lines.add(more);
            assertTrue(
                    right.held()
                            || !mark(one, new Answer(right.held(), lines, right.diagnoses(), right.gaps()))
                                    .full(),
                    one::id);
        }
    }

    @Test
    void anEmptyAnswerIsNeverWorthMoreThanItsDecision() {
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            Marked marked = mark(one, Answer.ready(List.of(), List.of()));
            assertTrue(marked.points() <= 2 && !marked.full(), () -> one.id() + " " + marked.points());
        }
    }

    @Test
    void theOrderOfDiagnosesMatters() {
        int seen = 0;
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            Answer right = Cases.solved(one).answer();
            if (right.diagnoses().size() > 1) {
                List<String> turned = new ArrayList<>(right.diagnoses());
                Collections.reverse(turned);
                Marked marked = mark(one, new Answer(false, right.lines(), turned, Set.of()));
                assertEquals(marked.of() - 1, marked.points(), one::id);
                assertEquals(Judgement.WRONG, of(marked, About.DIAGNOSES).judgement(), one::id);
                seen++;
            }
        }
        assertTrue(seen >= 5, "cases with several diagnoses: " + seen);
    }

    @Test
    void everyMarkSaysWhyAndEveryCodeByWhichRule() {
        for (TrainingCase one : Cases.SHIPPED.cases().values()) {
            Marked marked = mark(one, Answer.ready(List.of(), List.of()));
            for (Mark mark : marked.marks()) {
                assertFalse(mark.because().isBlank() || mark.because().contains("{"), () -> one.id() + " " + mark);
                assertTrue(
                        (mark.about() != About.CODE && mark.about() != About.GAP)
                                || !mark.sources().isEmpty(),
                        () -> one.id() + " " + mark);
            }
        }
    }

    @Test
    void aWrongCodeIsToldWhatItIsFor() {
        Answer answer =
                Answer.ready(List.of(AnswerLine.parse("90837 x1 @11 ->1").orElseThrow()), List.of("F41.1"));
        Mark code = of(mark(Cases.named("therapy-52"), answer), About.CODE);
        assertEquals(Judgement.WRONG, code.judgement());
        assertEquals("90834", code.expected());
        assertEquals("90837", code.given());
        assertTrue(
                code.because().contains("90837 is for a service with minutes of 53 or more (here 52)"), code::because);
        assertEquals("psychotherapy-38-52", code.sources().get(0).rule());
    }

    @Test
    void aRightLineWithAWrongModifierEarnsTheRest() {
        Answer answer =
                Answer.ready(List.of(AnswerLine.parse("90834-93 x1 @10 ->1").orElseThrow()), List.of("F41.1"));
        Marked marked = mark(Cases.named("video-commercial"), answer);
        assertEquals(marked.of() - 1, marked.points());
        assertEquals(Judgement.WRONG, of(marked, About.MODIFIERS).judgement());
    }

    @Test
    void whatWouldBeBilledIsToldWhereTheClaimIsHeld() {
        AnswerLine line = AnswerLine.parse("90837 x1 @11 ->1").orElseThrow();
        Marked marked = mark(Cases.named("unsigned"), new Answer(true, List.of(line), List.of(), Set.of("df11")));
        assertTrue(marked.full());
        assertEquals(Judgement.TOLD, of(marked, About.CODE).judgement());
        assertEquals("90834", of(marked, About.CODE).expected());
    }

    @Test
    void aGapThatIsNoneIsToldToHaveBeenLookedAt() {
        Marked marked = mark(Cases.named("unsigned"), Answer.hold(Set.of("df11", "df02")));
        Mark extra = marked.marks().stream()
                .filter(mark -> mark.judgement() == Judgement.EXTRA)
                .findFirst()
                .orElseThrow();
        assertEquals("df02", extra.subject());
        assertTrue(extra.because().startsWith("This was looked at and holds nothing: "), extra::because);
        assertEquals(marked.of() - 1, marked.points());
    }

    @Test
    void linesAreReadAsTheyAreWritten() {
        for (String text : List.of("90834 x1 @11 ->1", "90834-95 x1 @10 ->1,2", "G0410 x2 @22 /0915", "90785 x1")) {
            assertEquals(text, AnswerLine.parse(text).orElseThrow().toString());
        }
        assertEquals("90834 x1", AnswerLine.parse(" 90834 ").orElseThrow().toString());
        for (String text :
                List.of("", "9083", "90834 11", "90834 x", "90834 @1", "90834 ->", "90834--95", "90834 x99999")) {
            assertTrue(AnswerLine.parse(text).isEmpty(), text);
        }
    }

    private static Marked mark(TrainingCase one, Answer answer) {
        return Marking.mark(Cases.SOLVER, one, Cases.solved(one), answer);
    }

    private static Mark of(Marked marked, About about) {
        return marked.marks().stream()
                .filter(mark -> mark.about() == about)
                .findFirst()
                .orElseThrow();
    }

    /** Without a line, a modifier, the units, the place, the pointers, a diagnosis, a gap, or the decision. */
    private static List<Answer> withoutOneThing(Answer right) {
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < right.lines().size(); i++) {
            AnswerLine line = right.lines().get(i);
            all.add(with(right, i, null));
            all.add(with(right, i, changed(line, line.units() + 1, line.placeOfService(), line.revenueCode())));
            all.add(with(right, i, changed(line, line.units(), "", line.revenueCode())));
            if (!line.revenueCode().isEmpty()) {
                all.add(with(right, i, changed(line, line.units(), line.placeOfService(), "")));
            }
            if (!line.pointers().isEmpty()) {
                all.add(with(
                        right,
                        i,
                        new AnswerLine(
                                line.code(), line.modifiers(), line.units(), line.placeOfService(), List.of(), "")));
            }
            if (!line.modifiers().isEmpty()) {
                all.add(with(
                        right,
                        i,
                        new AnswerLine(
                                line.code(), List.of(), line.units(), line.placeOfService(), line.pointers(), "")));
            }
        }
        for (String diagnosis : right.diagnoses()) {
            List<String> less = new ArrayList<>(right.diagnoses());
            less.remove(diagnosis);
            all.add(new Answer(false, right.lines(), less, Set.of()));
        }
        for (String gap : right.gaps()) {
            Set<String> less = new TreeSet<>(right.gaps());
            less.remove(gap);
            all.add(new Answer(true, List.of(), List.of(), less));
        }
        return all;
    }

    private static AnswerLine changed(AnswerLine line, int units, String place, String revenue) {
        return new AnswerLine(line.code(), line.modifiers(), units, place, line.pointers(), revenue);
    }

    private static Answer with(Answer right, int index, @org.jspecify.annotations.Nullable AnswerLine other) {
        List<AnswerLine> lines = new ArrayList<>(right.lines());
        lines.remove(index);
        if (other != null) {
            lines.add(index, other);
        }
        return Answer.ready(lines, right.diagnoses());
    }
}
