package org.plainclaim.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Source;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.training.Mark.About;
import org.plainclaim.training.Mark.Judgement;
import org.plainclaim.training.Solution.Solved;

/** Compares an answer with what the rules derive, line by line. */
public final class Marking {
    private static final int DECISION = 2;
    private static final int GAP = 2;
    private static final int DIAGNOSES = 2;
    private static final int EXTRA_LINE = -2;
    private static final int EXTRA_GAP = -1;

    private final Solution solution;
    private final Answer answer;
    private final OtherCodes others;
    private final List<Mark> marks = new ArrayList<>();

    private Marking(Solution solution, Answer answer, OtherCodes others) {
        this.solution = solution;
        this.answer = answer;
        this.others = others;
    }

    /** The marks of an answer to a case that the solver solved so. */
    public static Marked mark(Solver solver, TrainingCase one, Solution solution, Answer answer) {
        Marking marking = new Marking(solution, answer, new OtherCodes(one, solver.bookOf(one)));
        marking.decision();
        marking.gaps();
        marking.lines();
        marking.diagnoses();
        return new Marked(solution, answer, marking.marks);
    }

    private void decision() {
        boolean right = solution.held() == answer.held();
        List<Finding> holding =
                solution.gaps().values().stream().flatMap(List::stream).toList();
        String because = solution.held()
                ? sentences(holding)
                : "Nothing holds the claim: " + solution.outcome().count(Verdict.PASS) + " checks passed, and none that"
                        + " holds failed.";
        marks.add(new Mark(
                About.DECISION,
                "",
                right ? Judgement.RIGHT : Judgement.WRONG,
                word(solution.held()),
                word(answer.held()),
                right ? DECISION : 0,
                DECISION,
                because,
                "",
                sources(holding)));
    }

    private static String word(boolean held) {
        return held ? "hold" : "bill";
    }

    private void gaps() {
        solution.gaps().forEach((code, findings) -> {
            boolean seen = answer.gaps().contains(code);
            marks.add(new Mark(
                    About.GAP,
                    code,
                    seen ? Judgement.RIGHT : Judgement.MISSING,
                    code,
                    seen ? code : "",
                    seen ? GAP : 0,
                    GAP,
                    sentences(findings),
                    findings.stream()
                            .map(Finding::fix)
                            .filter(fix -> !fix.isEmpty())
                            .distinct()
                            .collect(Collectors.joining(" ")),
                    sources(findings)));
        });
        answer.gaps().stream()
                .filter(code -> !solution.gaps().containsKey(code))
                .sorted()
                .forEach(this::extraGap);
    }

    private void extraGap(String code) {
        String asked = solution.choices().stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(choice -> "This was looked at and holds nothing: " + choice.label())
                .orElse("There is no gap '" + code + "'.");
        marks.add(new Mark(About.GAP, code, Judgement.EXTRA, "", code, EXTRA_GAP, 0, asked, "", List.of()));
    }

    private void lines() {
        List<AnswerLine> left = new ArrayList<>(answer.lines());
        Set<Integer> done = new HashSet<>();
        List<Solved> lines = solution.lines();
        for (int i = 0; i < lines.size(); i++) {
            AnswerLine same = sameCode(lines.get(i), left);
            if (same != null) {
                left.remove(same);
                line(lines.get(i), same);
                done.add(i);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!done.contains(i)) {
                line(lines.get(i), left.isEmpty() ? null : left.remove(0));
            }
        }
        left.forEach(this::extraLine);
    }

    /** The line that fits best among those of the code. */
    private static @Nullable AnswerLine sameCode(Solved solved, List<AnswerLine> left) {
        return left.contains(solved.answer())
                ? solved.answer()
                : left.stream()
                        .filter(line -> line.code().equals(solved.answer().code()))
                        .findFirst()
                        .orElse(null);
    }

    private void line(Solved solved, @Nullable AnswerLine given) {
        boolean told = solution.held();
        if (!told || given != null) {
            String other = given == null || given.code().equals(solved.answer().code())
                    ? ""
                    : " " + others.whyNot(given.code());
            marks.addAll(new LineMarks(solved, told).of(given, other));
        }
    }

    /** Beside a hold nothing is asked of lines, so nothing is lost by them. */
    private void extraLine(AnswerLine given) {
        marks.add(new Mark(
                About.CODE,
                given.code(),
                solution.held() ? Judgement.TOLD : Judgement.EXTRA,
                "",
                given.toString(),
                solution.held() ? 0 : EXTRA_LINE,
                0,
                others.whyNot(given.code()),
                "",
                others.sources(given.code())));
    }

    /** Right codes in another order earn half. */
    private void diagnoses() {
        if (solution.held()) {
            return;
        }
        List<String> expected = solution.diagnoses();
        List<String> given = answer.diagnoses();
        boolean same = given.size() == expected.size() && Set.copyOf(given).equals(Set.copyOf(expected));
        String because = solution.beside().isEmpty()
                ? "They stand in the order in which the session ranks them, and no rule moves or drops one."
                : sentences(solution.beside());
        marks.add(new Mark(
                About.DIAGNOSES,
                "",
                Mark.compared(String.join(", ", expected), String.join(", ", given)),
                String.join(", ", expected),
                String.join(", ", given),
                given.equals(expected) ? DIAGNOSES : same ? DIAGNOSES / 2 : 0,
                DIAGNOSES,
                because,
                "",
                sources(solution.beside())));
    }

    private static String sentences(List<Finding> findings) {
        return findings.stream().map(Finding::message).distinct().collect(Collectors.joining(" "));
    }

    private static List<Source> sources(List<Finding> findings) {
        return findings.stream().map(Finding::source).distinct().toList();
    }
}
