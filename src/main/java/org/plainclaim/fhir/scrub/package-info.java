/**
 * The edits before a claim leaves, in FHIR.
 *
 * <p>Input: what the edits found, and other Claims of the patient. Output: the Parameters that answer $scrub, and lines
 * that the edits compare with.
 */
@NullMarked
package org.plainclaim.fhir.scrub;

import org.jspecify.annotations.NullMarked;
