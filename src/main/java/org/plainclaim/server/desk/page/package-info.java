/**
 * What every view is made of: a view shows a page, a deed changes something and moves on.
 *
 * <p>Input: a visit. Output: a reply. The rooms of single views stand beside this one and know nothing of each other.
 */
@NullMarked
package org.plainclaim.server.desk.page;

import org.jspecify.annotations.NullMarked;
