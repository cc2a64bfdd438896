/**
 * The terminology operations of FHIR.
 *
 * <p>Purpose: answers over HTTP what a code means on a date, without a database. Input: the code store of the moment,
 * the value sets and the concept maps. Output: Parameters and expansions, in bytes.
 */
@NullMarked
package org.plainclaim.server.terminology;

import org.jspecify.annotations.NullMarked;
