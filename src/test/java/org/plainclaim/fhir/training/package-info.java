/** Tests of reading prepared cases. */
@NullMarked
package org.plainclaim.fhir.training;

import org.jspecify.annotations.NullMarked;
