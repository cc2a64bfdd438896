/**
 * Benchmarks, run by hand; the commands are in CONTRIBUTING.
 *
 * <p>Input: the example sessions. Output: figures on the console, never a verdict of the build.
 */
@NullMarked
package org.plainclaim.benchmark;

import org.jspecify.annotations.NullMarked;
