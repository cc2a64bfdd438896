@NullMarked
package org.plainclaim.confidentiality;

import org.jspecify.annotations.NullMarked;
