/**
 * The command line.
 *
 * <p>Input: arguments, files of FHIR JSON or standard input. Output: verdicts for people or programs, and an exit code.
 */
@NullMarked
package org.plainclaim.cli;

import org.jspecify.annotations.NullMarked;
