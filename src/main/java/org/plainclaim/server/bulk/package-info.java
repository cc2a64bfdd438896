/**
 * FHIR Bulk Data: what a practice has, as NDJSON, for programs that need all of it.
 *
 * <p>In: the kick-off of an export. Out: a manifest, and files that are made of the database while they are fetched, as
 * whoever fetches them may see it.
 */
@NullMarked
package org.plainclaim.server.bulk;

import org.jspecify.annotations.NullMarked;
