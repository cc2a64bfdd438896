package org.plainclaim.server.answers;

import org.plainclaim.x12.remittance.SentClaim;

/**
 * A claim that was sent, and where it is in the store.
 *
 * @param key our key of this sending, different for each
 * @param claim reference of the Claim, such as {@code Claim/7}
 * @param response id of the ClaimResponse that the sending made; empty if it made none
 * @param book the rule book of its payer; empty if none is known
 * @param order 1 if it went to the first payer, 2 if to the second, and so on
 * @param sent what was sent
 */
public record SentRecord(String key, String claim, String response, String book, int order, SentClaim sent) {}
