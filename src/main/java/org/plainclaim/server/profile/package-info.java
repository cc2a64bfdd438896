/**
 * Profiles compiled into plain checks over JSON, beside the stock validator whose verdicts they must not miss.
 *
 * <p>Purpose: tells quickly that a resource is valid. Input: a resource and profiles of ours. Output: valid, or a doubt,
 * which the stock validator settles. A check may be stricter than the stock validator, never more lenient.
 */
@NullMarked
package org.plainclaim.server.profile;

import org.jspecify.annotations.NullMarked;
