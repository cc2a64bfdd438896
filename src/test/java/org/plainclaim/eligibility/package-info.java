/** Tests of what answers about eligibility mean. */
@NullMarked
package org.plainclaim.eligibility;

import org.jspecify.annotations.NullMarked;
