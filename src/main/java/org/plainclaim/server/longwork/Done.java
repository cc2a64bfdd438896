package org.plainclaim.server.longwork;

/**
 * What came of one part.
 *
 * @param outcome what became of it
 * @param rule id of the rule that decided; empty if none did
 * @param reason why, for people; empty if there is nothing to say
 */
record Done(PartOutcome outcome, String rule, String reason) {
    private static final int LONGEST_RULE = 200;
    private static final int LONGEST = 2000;

    Done {
        rule = cut(rule, LONGEST_RULE);
        reason = cut(reason, LONGEST);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
