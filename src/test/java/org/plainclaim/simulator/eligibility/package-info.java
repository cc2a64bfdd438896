/** Tests of the simulated payer's answers about eligibility. */
@NullMarked
package org.plainclaim.simulator.eligibility;

import org.jspecify.annotations.NullMarked;
