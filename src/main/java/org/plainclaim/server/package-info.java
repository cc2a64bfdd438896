/**
 * The server: settings, start and graceful stop.
 *
 * <p>Purpose: puts the engine and the store behind HTTP. Input: environment variables. Output: a running FHIR R4
 * server. Everything that knows Spring, JPA or Jetty lives here and in the packages below.
 */
@NullMarked
package org.plainclaim.server;

import org.jspecify.annotations.NullMarked;
