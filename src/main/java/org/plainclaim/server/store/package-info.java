/**
 * The store: HAPI's JPA layer over H2 or PostgreSQL in a plain Spring context.
 *
 * <p>Purpose: keeps FHIR resources. Input: settings and FHIR resources. Output: resources, versions and searches that
 * obey R4, also where the library alone does not.
 */
@NullMarked
package org.plainclaim.server.store;

import org.jspecify.annotations.NullMarked;
