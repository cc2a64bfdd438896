/**
 * Things to do as FHIR Task.
 *
 * <p>Input: a thing with its state and history, or a Task as JSON. Output: the other one; and what is wrong with a change
 * that somebody made to a Task.
 */
@NullMarked
package org.plainclaim.fhir.work;

import org.jspecify.annotations.NullMarked;
