/**
 * The FHIR edge, as JSON trees.
 *
 * <p>Input: the resources of one session as FHIR R4 JSON. Output: the session in the words of the engine, and the
 * engine's answer as FHIR JSON again.
 */
@NullMarked
package org.plainclaim.fhir;

import org.jspecify.annotations.NullMarked;
