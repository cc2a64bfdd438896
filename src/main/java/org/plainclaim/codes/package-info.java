/**
 * Code systems by date of service.
 *
 * <p>Purpose: says of a code whether it may stand on a claim for a date, and what has to be known before anybody can say
 * so. Input: codes with their dates, and releases with the dates they cover. Output: an answer that names the release.
 */
@NullMarked
package org.plainclaim.codes;

import org.jspecify.annotations.NullMarked;
