/**
 * What becomes of records over the years: the whole record for the patient, and what has to be kept.
 *
 * <p>Input: patients, requests to delete. Output: a Bundle of everything, refusals that say why and until when.
 */
@NullMarked
package org.plainclaim.server.lifecycle;

import org.jspecify.annotations.NullMarked;
