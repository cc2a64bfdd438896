package org.plainclaim.training;

import java.util.List;
import java.util.Locale;
import org.plainclaim.explanation.Source;

/**
 * What is said of one thing in an answer.
 *
 * @param about what it is about
 * @param subject which line or gap; empty for the whole claim
 * @param judgement what it is
 * @param expected what the rules derive; empty if nothing
 * @param given what was answered; empty if nothing
 * @param points what it earned; below zero for what should not be there
 * @param of what it could have earned
 * @param because why the rules say so
 * @param fix what would have to be done in practice; empty if nothing
 * @param sources the rules
 */
public record Mark(
        About about,
        String subject,
        Judgement judgement,
        String expected,
        String given,
        int points,
        int of,
        String because,
        String fix,
        List<Source> sources) {
    public Mark {
        sources = List.copyOf(sources);
    }

    /** What a mark is about. */
    public enum About {
        DECISION,
        GAP,
        CODE,
        MODIFIERS,
        UNITS,
        PLACE_OF_SERVICE,
        POINTERS,
        REVENUE_CODE,
        DIAGNOSES;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a thing in an answer is; what is only told is nobody's fault. */
    public enum Judgement {
        RIGHT,
        WRONG,
        MISSING,
        EXTRA,
        TOLD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Judgement compared(String expected, String given) {
        if (expected.equals(given)) {
            return Judgement.RIGHT;
        }
        return given.isEmpty() ? Judgement.MISSING : expected.isEmpty() ? Judgement.EXTRA : Judgement.WRONG;
    }
}
