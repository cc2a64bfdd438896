@NullMarked
package org.plainclaim.server.confidentiality;

import org.jspecify.annotations.NullMarked;
