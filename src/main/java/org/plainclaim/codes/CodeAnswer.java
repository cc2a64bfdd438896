package org.plainclaim.codes;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a code on a date.
 *
 * @param validity the answer
 * @param code what was found under the code, of the date if there is one; null if there is no such code
 * @param release the release that was asked, or the nearest before the date if none covers it
 */
public record CodeAnswer(Validity validity, @Nullable DatedCode code, CodeRelease release) {}
