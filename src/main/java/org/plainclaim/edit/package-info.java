/**
 * What may stand together on one claim.
 *
 * <p>Input: coded lines of one clinician and date. Output: a finding for every pair, add-on and unit limit looked at.
 */
@NullMarked
package org.plainclaim.edit;

import org.jspecify.annotations.NullMarked;
