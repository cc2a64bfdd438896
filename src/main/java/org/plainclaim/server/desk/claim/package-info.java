/**
 * One claim beside its explanation, what would make a payer refuse it, and its way from the session to the money.
 *
 * <p>Input: the id of a Claim. Output: each code with sentence, rules, sources, dates, evidence and what would change it;
 * the edits; what happened so far; and the deeds of the biller.
 */
@NullMarked
package org.plainclaim.server.desk.claim;

import org.jspecify.annotations.NullMarked;
