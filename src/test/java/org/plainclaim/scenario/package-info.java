/**
 * Scenarios: what a biller expects of a session, in YAML.
 *
 * <p>Input: {@code src/test/resources/scenarios}. Output: a test per scenario, and one that no rule goes unexercised.
 */
@NullMarked
package org.plainclaim.scenario;

import org.jspecify.annotations.NullMarked;
