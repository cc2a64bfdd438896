/**
 * Derives the sessions of a bulk export again, under two sets of rules, and says what differs.
 *
 * <p>In: lines of NDJSON, one FHIR resource each, and two rule sources. Out: a tally of claims and money changed, by rule and
 * payer, with examples. Knows neither HAPI nor Spark; {@code src/spark} runs it on many cores and machines.
 */
@NullMarked
package org.plainclaim.replay;

import org.jspecify.annotations.NullMarked;
