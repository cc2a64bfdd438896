/**
 * Prior authorizations over the store: what is on file and left, asking payers by Da Vinci PAS, warnings as work.
 *
 * <p>Input: stored ClaimResponses, Claims and requests for authorization. Output: authorizations with what is left, requests
 * to payers, their answers stored, and things to do.
 */
@NullMarked
package org.plainclaim.server.authorization;

import org.jspecify.annotations.NullMarked;
