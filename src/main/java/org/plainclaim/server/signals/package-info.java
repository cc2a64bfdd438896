/**
 * What the signals need to know at once, kept beside the resources in tables of its own.
 *
 * <p>Input: every note and claim as it is written. Output: the history of a clinician, found by index.
 */
@NullMarked
package org.plainclaim.server.signals;

import org.jspecify.annotations.NullMarked;
