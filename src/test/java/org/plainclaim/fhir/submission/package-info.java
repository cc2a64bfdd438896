/** Tests of claims from FHIR and to FHIR. */
@NullMarked
package org.plainclaim.fhir.submission;

import org.jspecify.annotations.NullMarked;
