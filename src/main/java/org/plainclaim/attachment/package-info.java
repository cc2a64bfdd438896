/**
 * Gets the plain text out of a note as an EHR sends it: bytes and a content type in, the text or the reason why there is
 * none out. It knows nothing of FHIR, sessions or codes, believes no size that is stated, fetches nothing, logs nothing,
 * and keeps the content out of every message. Its libraries are loaded by the first attachment, not at start.
 */
@NullMarked
package org.plainclaim.attachment;

import org.jspecify.annotations.NullMarked;
