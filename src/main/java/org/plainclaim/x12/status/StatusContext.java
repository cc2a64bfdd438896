package org.plainclaim.x12.status;

import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.NamedParty;

/**
 * Between whom an answer goes.
 *
 * @param payer who answers
 * @param receiver who sent the claims or asked
 * @param provider of whose claims it speaks; null for a statement about all of them
 */
public record StatusContext(NamedParty payer, NamedParty receiver, @Nullable NamedParty provider) {}
