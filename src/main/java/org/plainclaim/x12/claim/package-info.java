/**
 * Claims as X12: 837P (005010X222A1) and 837I (005010X223A2), written from and read into submissions.
 *
 * <p>Input: submissions, or a file of any size. Output: a file, or submissions one after the other in constant memory; in
 * both directions what is missing or wrong is a value that names the place and nobody.
 */
@NullMarked
package org.plainclaim.x12.claim;

import org.jspecify.annotations.NullMarked;
