/**
 * Keeps things to do as Task, one for each, and holds changes of them to the state machine.
 *
 * <p>Input: things that other rooms raise and settle, and Tasks that people change over plain FHIR. Output: Tasks with
 * their history.
 */
@NullMarked
package org.plainclaim.server.work;

import org.jspecify.annotations.NullMarked;
