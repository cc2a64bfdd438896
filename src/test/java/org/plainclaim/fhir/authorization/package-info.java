@NullMarked
package org.plainclaim.fhir.authorization;

import org.jspecify.annotations.NullMarked;
