package org.plainclaim.authorization;

import java.util.List;

/**
 * The authorizations of a patient and payer, granted or not, and what other claims use of them.
 *
 * @param authorizations the authorizations
 * @param uses lines of other claims
 */
public record AuthorizationsOnFile(List<Authorization> authorizations, List<AuthorizedUse> uses) {
    public AuthorizationsOnFile {
        authorizations = List.copyOf(authorizations);
        uses = List.copyOf(uses);
    }
}
