/** Tests of reading and writing eligibility in FHIR. */
@NullMarked
package org.plainclaim.fhir.eligibility;

import org.jspecify.annotations.NullMarked;
