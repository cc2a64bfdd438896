package org.plainclaim.x12.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Procedure;

/** Finds for each line of an answer the line of our claim that it speaks of. */
final class LineMatcher {
    private final List<SentLine> sent;
    private final List<ServicePayment> answers;
    private final @Nullable Match[] found;
    private final boolean[] answered;

    LineMatcher(List<SentLine> sent, List<ServicePayment> answers) {
        this.sent = sent;
        this.answers = answers;
        this.found = new Match[answers.size()];
        this.answered = new boolean[sent.size()];
    }

    /** A line of ours, and how it was found. */
    record Match(SentLine line, MatchedBy by) {}

    /** For each line of the answer the line of ours; null where none can be told for sure. */
    @Nullable
    Match[] match() {
        byControl();
        step(MatchedBy.PROCEDURE, (line, answer) -> sameProcedure(line.procedure(), answer.procedure()));
        step(MatchedBy.SUBMITTED_PROCEDURE, LineMatcher::sameSubmitted);
        step(MatchedBy.CODE_WITHOUT_MODIFIERS, LineMatcher::sameCode);
        return found;
    }

    /** Our lines that no line of the answer speaks of. */
    List<SentLine> unanswered() {
        List<SentLine> left = new ArrayList<>();
        for (int i = 0; i < answered.length; i++) {
            if (!answered[i]) {
                left.add(sent.get(i));
            }
        }
        return left;
    }

    /** A payer may split a line: then several lines of the answer carry the same control number. */
    private void byControl() {
        for (int i = 0; i < found.length; i++) {
            ServicePayment answer = answers.get(i);
            String control = answer.control().orElse("");
            for (int j = 0; j < answered.length && found[i] == null; j++) {
                if (sent.get(j).control().equals(control) && credible(sent.get(j), answer)) {
                    take(i, j, MatchedBy.CONTROL);
                }
            }
        }
    }

    /** A control number that is echoed with another code and another charge is a mistake of the payer. */
    private static boolean credible(SentLine line, ServicePayment answer) {
        return sameCode(line, answer) || sameCharge(line, answer);
    }

    private interface Likeness {
        boolean holds(SentLine line, ServicePayment answer);
    }

    private void step(MatchedBy by, Likeness likeness) {
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                int ours = only(answers.get(i), likeness);
                if (ours >= 0) {
                    take(i, ours, by);
                }
            }
        }
    }

    /** The place of the one line that fits; -1 if none does, or several that are not the same anyway. */
    private int only(ServicePayment answer, Likeness likeness) {
        int first = -1;
        for (int j = 0; j < answered.length; j++) {
            SentLine line = sent.get(j);
            if (!answered[j] && sameDay(line, answer) && sameCharge(line, answer) && likeness.holds(line, answer)) {
                if (first >= 0 && !sent.get(first).procedure().equals(line.procedure())) {
                    return -1;
                }
                first = first < 0 ? j : first;
            }
        }
        return first;
    }

    private void take(int answer, int ours, MatchedBy by) {
        found[answer] = new Match(sent.get(ours), by);
        answered[ours] = true;
    }

    private static boolean sameSubmitted(SentLine line, ServicePayment answer) {
        Procedure submitted = answer.submitted();
        return submitted != null && sameProcedure(line.procedure(), submitted);
    }

    private static boolean sameCode(SentLine line, ServicePayment answer) {
        Procedure submitted = answer.submitted();
        return line.procedure().sameCode(answer.procedure())
                || (submitted != null && line.procedure().sameCode(submitted));
    }

    private static boolean sameProcedure(Procedure one, Procedure other) {
        return one.sameCode(other) && one.modifiers().equals(other.modifiers());
    }

    /** A reversal has the charge with the opposite sign. */
    private static boolean sameCharge(SentLine line, ServicePayment answer) {
        return line.charge().compareTo(answer.charge().abs()) == 0;
    }

    /** Without a date of its own the line has that of the claim. */
    private static boolean sameDay(SentLine line, ServicePayment answer) {
        LocalDate from = answer.from();
        return from == null || from.equals(line.from());
    }
}
