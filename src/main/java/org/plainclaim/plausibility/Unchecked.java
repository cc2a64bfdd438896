package org.plainclaim.plausibility;

import org.plainclaim.explanation.Source;

/**
 * A signal that could not be looked for.
 *
 * @param source the row that asks
 * @param why what is missing
 */
public record Unchecked(Source source, String why) {}
