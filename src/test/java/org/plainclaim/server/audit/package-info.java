/** Tests of the audit trail of a running server: what is written down, when, and that nothing can be taken out of it. */
@NullMarked
package org.plainclaim.server.audit;

import org.jspecify.annotations.NullMarked;
