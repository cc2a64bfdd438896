/**
 * The rule book over FHIR: which rows hold for a payer on a date, which start or end soon.
 *
 * <p>Input: a payer, a date and what to look for. Output: rows with their source, their dates and their words.
 */
@NullMarked
package org.plainclaim.server.rulebook;

import org.jspecify.annotations.NullMarked;
