/**
 * What the server says of itself.
 *
 * <p>Purpose: serves the definitions of the folder {@code fhir-profiles} and a true CapabilityStatement. Input: the
 * class path and the running server. Output: read-only conformance resources.
 */
@NullMarked
package org.plainclaim.server.conformance;

import org.jspecify.annotations.NullMarked;
