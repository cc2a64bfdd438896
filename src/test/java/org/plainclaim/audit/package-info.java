/** Tests of the audit trail: what is written comes back, and what was tampered with is named. */
@NullMarked
package org.plainclaim.audit;

import org.jspecify.annotations.NullMarked;
