/**
 * What the server counts of its own work, for those who run it.
 *
 * <p>Purpose: rates, times and queues without a word about any patient, payer or practice. Input: what happens. Output: the text
 * that Prometheus reads.
 */
@NullMarked
package org.plainclaim.server.metrics;

import org.jspecify.annotations.NullMarked;
