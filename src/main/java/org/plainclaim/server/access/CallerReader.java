package org.plainclaim.server.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Policy;
import org.plainclaim.access.Purpose;
import org.plainclaim.access.Role;
import org.plainclaim.access.Scopes;

/** Who a good token speaks of. */
final class CallerReader {
    private static final int LONGEST_NAME = 255;

    private final IssuerSettings settings;
    private final Policy policy;
    private final Clock clock;

    CallerReader(IssuerSettings settings, Policy policy, Clock clock) {
        this.settings = settings;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The caller.
     *
     * @throws NotAdmittedException if the token names nobody
     */
    Caller of(JWTClaimsSet claims) throws NotAdmittedException {
        Map<String, Object> all = claims.getClaims();
        String client = first(all, "azp", "client_id", "cid");
        String subject = first(all, "sub", "azp", "client_id", "cid");
        // Keycloak says so of what it signs for other ends: identity and refresh tokens
        boolean bearer = one(all, "typ").map(typ -> typ.equals("Bearer")).orElse(true);
        boolean named =
                bearer && !subject.isEmpty() && subject.length() <= LONGEST_NAME && client.length() <= LONGEST_NAME;
        if (!named || Caller.isOurs(client)) {
            throw NotAdmittedException.badToken();
        }
        List<Role> roles = words(all, settings.rolesClaim())
                .flatMap(word -> Role.of(word).stream())
                .distinct()
                .toList();
        Optional<Purpose> purpose = words(all, "purpose_of_use").findFirst().flatMap(Purpose::of);
        return new Caller(
                subject,
                client,
                Set.copyOf(roles),
                one(all, settings.practiceClaim()),
                scopes(all),
                policy.purpose(roles, purpose, LocalDate.now(clock)));
    }

    private static Scopes scopes(Map<String, Object> claims) {
        String text = String.join(
                " ",
                words(claims, claims.containsKey("scope") ? "scope" : "scp").toList());
        Scopes.Launch launch = new Scopes.Launch(
                one(claims, "patient").filter(id -> id.matches("[A-Za-z0-9.-]{1,64}")), one(claims, "fhirUser"));
        return Scopes.parse(text, launch);
    }

    private static String first(Map<String, Object> claims, String... names) {
        return Stream.of(names)
                .flatMap(name -> one(claims, name).stream())
                .findFirst()
                .orElse("");
    }

    /** The only value of a claim; of several none is meant more than another. */
    private static Optional<String> one(Map<String, Object> claims, String path) {
        @Nullable Object found = at(claims, path);
        if (found instanceof String text) {
            return Optional.of(text.strip()).filter(word -> !word.isEmpty());
        }
        boolean single = found instanceof Collection<?> values && values.size() == 1;
        return single ? words(claims, path).findFirst() : Optional.empty();
    }

    private static Stream<String> words(Map<String, Object> claims, String path) {
        @Nullable Object found = at(claims, path);
        if (found instanceof String text) {
            return Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty());
        }
        return found instanceof Collection<?> values
                ? values.stream().filter(Objects::nonNull).map(Object::toString)
                : Stream.empty();
    }

    /** A claim whose name has a point in it goes before a claim inside another one. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        @Nullable Object whole = claims.get(path);
        int point = path.indexOf('.');
        if (whole != null || point < 0) {
            return whole;
        }
        return claims.get(path.substring(0, point)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(point + 1))
                : null;
    }
}
