package org.plainclaim.server.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are accepted, and how they are read.
 *
 * @param issuer the {@code iss} of every token
 * @param audience the {@code aud} that names this server
 * @param keys address of the issuer's key set; null if the issuer's discovery names it
 * @param rolesClaim where the roles are, with points between the steps, such as {@code realm_access.roles}
 * @param practiceClaim where the practice is
 */
public record IssuerSettings(
        URI issuer, String audience, @Nullable URI keys, String rolesClaim, String practiceClaim) {}
