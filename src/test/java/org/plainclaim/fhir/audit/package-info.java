/** Tests of AuditEvents. */
@NullMarked
package org.plainclaim.fhir.audit;

import org.jspecify.annotations.NullMarked;
