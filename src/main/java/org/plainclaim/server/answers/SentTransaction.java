package org.plainclaim.server.answers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transaction of claims of ours.
 *
 * @param partner id of the trading partner it went to
 * @param control control number of its interchange (ISA13, GS06)
 * @param number its own (ST02); empty for all of the interchange
 */
record SentTransaction(String partner, String control, String number) {
    /** What we write as BHT03: the number of the interchange, and that of the transaction in it. */
    private static final Pattern REFERENCE = Pattern.compile("([0-9]{1,9})-([0-9]{4,9})");

    /** The transaction of a BHT03; one that can not be ours is none. */
    static SentTransaction of(String partner, String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches()
                ? new SentTransaction(partner, matcher.group(1), matcher.group(2))
                : new SentTransaction(partner, "", "");
    }
}
