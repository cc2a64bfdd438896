/** Tests of questions about eligibility and their answers as X12 has them. */
@NullMarked
package org.plainclaim.x12.eligibility;

import org.jspecify.annotations.NullMarked;
