/**
 * Labels on every write, and what they hide on every read; consents on every disclosure.
 *
 * <p>Input: what is stored and asked, who asks, what is about to leave. Output: security labels in {@code meta.security},
 * resources that are as if they were not there, claims that are held, and a log of what was told to whom.
 */
@NullMarked
package org.plainclaim.server.confidentiality;

import org.jspecify.annotations.NullMarked;
