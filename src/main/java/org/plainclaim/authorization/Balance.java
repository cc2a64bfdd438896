package org.plainclaim.authorization;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of one service of an authorization was used.
 *
 * @param authorization the authorization
 * @param service the service
 * @param used units used
 */
public record Balance(Authorization authorization, AuthorizedService service, BigDecimal used) {
    /** The balances of an authorization after some uses; uses of other authorizations count nothing. */
    public static List<Balance> of(Authorization authorization, List<AuthorizedUse> uses) {
        return authorization.services().stream()
                .map(service -> new Balance(authorization, service, used(authorization, service, uses)))
                .toList();
    }

    private static BigDecimal used(Authorization authorization, AuthorizedService service, List<AuthorizedUse> uses) {
        return uses.stream()
                .filter(use -> authorization.isNumbered(use.number()))
                .filter(use -> authorization
                        .service(use)
                        .filter(found -> found.equals(service))
                        .isPresent())
                .map(AuthorizedUse::units)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Units left, negative if too many were used; null if there is no limit. */
    public @Nullable BigDecimal left() {
        BigDecimal units = service.units();
        return units == null ? null : units.subtract(used);
    }
}
