/**
 * The audit trail: who did what with which records, in chains of hashes that show when something was taken out or changed.
 *
 * <p>Input: entries, and stored entries to be verified. Output: sealed entries, checkpoints over all chains, and a report of
 * the first gap, edit or reordering of each chain.
 */
@NullMarked
package org.plainclaim.audit;

import org.jspecify.annotations.NullMarked;
