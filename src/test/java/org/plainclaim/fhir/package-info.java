@NullMarked
package org.plainclaim.fhir;

import org.jspecify.annotations.NullMarked;
