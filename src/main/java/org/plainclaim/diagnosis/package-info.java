/**
 * The diagnoses of a claim.
 *
 * <p>Purpose: which diagnoses may be on a claim, in which order, and which of them each line points to. Input: the
 * documented diagnoses, the tables of diagnosis rules and the codes by date of service. Output: the sequence, with a
 * finding for every rule that had something to say.
 */
@NullMarked
package org.plainclaim.diagnosis;

import org.jspecify.annotations.NullMarked;
