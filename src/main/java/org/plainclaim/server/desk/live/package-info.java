/**
 * Tells open pages that something which they show has changed.
 *
 * <p>Input: committed changes of this process. Output: server-sent events that name a type of resource and nothing else;
 * the page asks again for what it shows.
 */
@NullMarked
package org.plainclaim.server.desk.live;

import org.jspecify.annotations.NullMarked;
