package org.plainclaim.server.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizedService;
import org.plainclaim.authorization.AuthorizedUse;
import org.plainclaim.authorization.Balance;
import org.plainclaim.scrub.AuthorizationFacts;

/** An authorization as the edits look at it. */
final class AuthorizationSummary {
    private AuthorizationSummary() {}

    /** Empty if it grants nothing or has no number. */
    static Optional<AuthorizationFacts> of(Authorization one, List<AuthorizedUse> used) {
        List<Balance> granted = Balance.of(one, used).stream()
                .filter(balance -> balance.service().decision().allows())
                .toList();
        if (granted.isEmpty() || one.number().isEmpty()) {
            return Optional.empty();
        }
        List<AuthorizedService> services =
                granted.stream().map(Balance::service).toList();
        boolean anyCode = services.stream()
                .anyMatch(service ->
                        service.code().isEmpty() || !service.lastCode().isEmpty());
        List<String> codes = anyCode
                ? List.of()
                : services.stream().map(AuthorizedService::code).distinct().toList();
        return Optional.of(new AuthorizationFacts(
                one.number(),
                bound(services, AuthorizedService::from, dates -> dates.min(LocalDate::compareTo)),
                bound(services, AuthorizedService::to, dates -> dates.max(LocalDate::compareTo)),
                codes,
                one.providers(),
                left(granted)));
    }

    private static @Nullable BigDecimal left(List<Balance> granted) {
        return granted.size() == 1 ? granted.get(0).left() : null;
    }

    /** Open if any of them is. */
    private static @Nullable LocalDate bound(
            List<AuthorizedService> services,
            Function<AuthorizedService, @Nullable LocalDate> end,
            Function<Stream<LocalDate>, Optional<LocalDate>> which) {
        List<LocalDate> dates =
                services.stream().map(end).filter(Objects::nonNull).toList();
        return dates.size() < services.size()
                ? null
                : which.apply(dates.stream()).orElse(null);
    }
}
