/**
 * Who may see and who may be told: security labels, consents, and what must not leave.
 *
 * <p>Input: what a record says, where it comes from, the consents of the patient, who asks and why. Output: labels, and
 * decisions with the rule, the consent and the reason; what nobody could look at is never permitted.
 */
@NullMarked
package org.plainclaim.confidentiality;

import org.jspecify.annotations.NullMarked;
