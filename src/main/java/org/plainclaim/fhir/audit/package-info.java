/**
 * Entries of the audit trail as FHIR AuditEvent, by the Basic Audit Log Patterns of IHE.
 *
 * <p>Input: sealed entries; AuditEvents. Output: AuditEvents; entries.
 */
@NullMarked
package org.plainclaim.fhir.audit;

import org.jspecify.annotations.NullMarked;
