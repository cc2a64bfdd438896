/**
 * Reads prepared cases.
 *
 * <p>Input: folders with files of cases and with sessions as FHIR Bundles. Output: cases whose sessions are read as any
 * other, and every fault with its file and line.
 */
@NullMarked
package org.plainclaim.fhir.training;

import org.jspecify.annotations.NullMarked;
