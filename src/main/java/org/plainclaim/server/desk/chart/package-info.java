/**
 * One session: its note beside the verdict, and what closes a gap.
 *
 * <p>Input: the id of an Encounter. Output: what was written, with the places on which rules stand; every check with its
 * state, source and next step; what the session is coded as; and the deeds of the clinician.
 */
@NullMarked
package org.plainclaim.server.desk.chart;

import org.jspecify.annotations.NullMarked;
