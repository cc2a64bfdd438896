/**
 * Sends what is left after a payer decided to the payer that comes next.
 *
 * <p>Input: posted remittances. Output: a submission of the same Claim for the next coverage of the patient, with what the
 * earlier payer decided; or a thing to do for a person.
 */
@NullMarked
package org.plainclaim.server.secondary;

import org.jspecify.annotations.NullMarked;
