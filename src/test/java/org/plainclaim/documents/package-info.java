/**
 * The pages people read, held to the code.
 *
 * <p>Input: the README and the pages beside it. Output: a verdict.
 */
@NullMarked
package org.plainclaim.documents;

import org.jspecify.annotations.NullMarked;
