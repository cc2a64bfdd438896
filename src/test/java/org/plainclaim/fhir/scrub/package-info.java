@NullMarked
package org.plainclaim.fhir.scrub;

import org.jspecify.annotations.NullMarked;
