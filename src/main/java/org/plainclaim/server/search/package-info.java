/**
 * R4 search, also where the library's own is not R4.
 *
 * <p>Purpose: turns request parameters into queries. Input: parameters as sent. Output: searches whose answers follow
 * the specification.
 */
@NullMarked
package org.plainclaim.server.search;

import org.jspecify.annotations.NullMarked;
