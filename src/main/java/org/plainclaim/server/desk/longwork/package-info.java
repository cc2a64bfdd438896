/**
 * Long work: how it gets on, what became of each session, and the buttons that begin, stop and resume it.
 *
 * <p>Input: the answers of {@code $long-work}. Output: a list, and one piece of work with its sessions page by page.
 */
@NullMarked
package org.plainclaim.server.desk.longwork;

import org.jspecify.annotations.NullMarked;
