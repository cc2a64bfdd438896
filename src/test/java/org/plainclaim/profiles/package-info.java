/**
 * The FHIR definitions that the project publishes, held to their examples.
 *
 * <p>Input: the folder {@code fhir-profiles}. Output: a failing test for every example, name or page that does not agree
 * with them.
 */
@NullMarked
package org.plainclaim.profiles;

import org.jspecify.annotations.NullMarked;
