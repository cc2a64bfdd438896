package org.plainclaim.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Source;
import org.plainclaim.training.Mark.About;
import org.plainclaim.training.Mark.Judgement;
import org.plainclaim.training.Solution.Solved;

/** The marks of one line: its code, and what stands beside it. */
final class LineMarks {
    private static final int CODE = 4;
    private static final int PART = 1;
    private static final Pattern POINTING = Pattern.compile("points-to-");

    private final Solved solved;
    private final boolean told;
    private final List<Mark> marks = new ArrayList<>();

    /** A line that would be billed if nothing held the claim is told, and earns nothing. */
    LineMarks(Solved solved, boolean told) {
        this.solved = solved;
        this.told = told;
    }

    List<Mark> of(@Nullable AnswerLine given, String other) {
        AnswerLine expected = solved.answer();
        boolean sameCode = given != null && given.code().equals(expected.code());
        mark(
                About.CODE,
                expected.code(),
                given == null ? "" : given.code(),
                new Why(solved.line().because() + other, this::first));
        AnswerLine right = sameCode ? given : null;
        part(About.MODIFIERS, right, AnswerLine::modifierText, modifiers());
        part(About.UNITS, right, line -> String.valueOf(line.units()), because("units ", "The code is billed once."));
        part(
                About.PLACE_OF_SERVICE,
                right,
                AnswerLine::placeOfService,
                because("place of service ", "The place is that of the session."));
        part(About.POINTERS, right, AnswerLine::pointerText, pointers());
        if (!expected.revenueCode().isEmpty()) {
            part(
                    About.REVENUE_CODE,
                    right,
                    AnswerLine::revenueCode,
                    because("revenue code ", "The revenue code goes with the service."));
        }
        return marks;
    }

    /** Why something is as it is: in words, and by which reasons of the line. */
    private record Why(String sentence, Predicate<Reason> reasons) {}

    private boolean first(Reason reason) {
        return solved.line().reasons().get(0).equals(reason);
    }

    private Why because(String begins, String otherwise) {
        String sentence = solved.line().reasons().stream()
                .map(Reason::result)
                .filter(result -> result.startsWith(begins))
                .findFirst()
                .map(result -> "The rules say: " + result + ".")
                .orElse(otherwise);
        return new Why(sentence, reason -> reason.result().startsWith(begins));
    }

    private Why modifiers() {
        return solved.answer().modifiers().isEmpty()
                ? new Why("No rule of this payer asks for a modifier on this line.", reason -> false)
                : new Why(
                        "The rules of this payer ask for "
                                + String.join(", ", solved.answer().modifiers()) + " on this line.",
                        reason -> reason.result().startsWith("modifier "));
    }

    /** Of the reasons of a line only a rule that chose its first diagnosis has a sentence as its result. */
    private Why pointers() {
        String sentence = solved.line().reasons().stream()
                .filter(LineMarks::pointing)
                .map(Reason::result)
                .findFirst()
                .orElse("The line points to the diagnoses that it treats; the first is the reason for it.");
        return new Why(sentence, LineMarks::pointing);
    }

    private static boolean pointing(Reason reason) {
        return POINTING.matcher(reason.source().rule()).find();
    }

    private void part(About about, @Nullable AnswerLine given, Function<AnswerLine, String> text, Why why) {
        if (given != null || !told) {
            mark(about, text.apply(solved.answer()), given == null ? "" : text.apply(given), why, given != null);
        }
    }

    private void mark(About about, String expected, String given, Why why) {
        mark(about, expected, given, why, true);
    }

    private void mark(About about, String expected, String given, Why why, boolean answered) {
        int of = told ? 0 : about == About.CODE ? CODE : PART;
        boolean right = answered && expected.equals(given);
        Judgement judgement = right ? Judgement.RIGHT : answered ? Mark.compared(expected, given) : Judgement.MISSING;
        List<Source> sources = solved.line().reasons().stream()
                .filter(why.reasons())
                .map(Reason::source)
                .toList();
        marks.add(new Mark(
                about,
                solved.answer().code(),
                told && !right ? Judgement.TOLD : judgement,
                expected,
                given,
                right ? of : 0,
                of,
                why.sentence(),
                "",
                sources));
    }
}
