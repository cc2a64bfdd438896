/**
 * What would make a payer refuse a claim, looked at before it leaves.
 *
 * <p>Input: a submission and what is known around it (eligibility, authorizations, other claims, the day). Output: one
 * finding for each edit: pass, fail, bypassed or not checked, with the likely answer of the payer and the fix.
 */
@NullMarked
package org.plainclaim.scrub;

import org.jspecify.annotations.NullMarked;
