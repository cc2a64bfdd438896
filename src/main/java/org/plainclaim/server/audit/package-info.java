/**
 * Writes down every access and decision, in the transaction of a write and before a read leaves, and shows it to auditors.
 *
 * <p>Input: requests, what was stored and given out, decisions of other rooms. Output: rows of {@code plainclaim_audit},
 * AuditEvents, packets for payers' audits, accountings of disclosures.
 */
@NullMarked
package org.plainclaim.server.audit;

import org.jspecify.annotations.NullMarked;
