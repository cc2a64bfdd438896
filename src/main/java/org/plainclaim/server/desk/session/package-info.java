/**
 * Who looks: signed in with the issuer of tokens, or anybody while the server is tried out.
 *
 * <p>Input: cookies and the answers of the issuer. Output: a person with roles and a token, which no browser ever sees.
 */
@NullMarked
package org.plainclaim.server.desk.session;

import org.jspecify.annotations.NullMarked;
