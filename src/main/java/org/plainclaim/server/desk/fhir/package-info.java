/**
 * The only way to data: the FHIR interface of this server, over HTTP, as the person who looks.
 *
 * <p>Input: paths below the FHIR base, with the token of the person. Output: JSON, or the refusal in plain words. Access
 * rules, labels, practices, limits and the audit trail see these requests as they see those of anybody else.
 */
@NullMarked
package org.plainclaim.server.desk.fhir;

import org.jspecify.annotations.NullMarked;
