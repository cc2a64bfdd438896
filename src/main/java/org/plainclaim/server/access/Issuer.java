package org.plainclaim.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The issuer of tokens over HTTP: what it says of itself, and its keys. */
final class Issuer {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IssuerSettings settings;
    private final Clock clock;
    private final DefaultResourceRetriever http =
            new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
    private @Nullable JsonNode description;
    private Instant askAgain = Instant.MIN;

    Issuer(IssuerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    IssuerSettings settings() {
        return settings;
    }

    /** What the issuer says of itself (OpenID Connect Discovery, RFC 8414); empty while it can not be asked. */
    synchronized Optional<JsonNode> description() {
        if (clock.instant().isBefore(askAgain)) {
            return Optional.ofNullable(description);
        }
        try {
            JsonNode said = JSON.readTree(get(URI.create(trimmed() + "/.well-known/openid-configuration")));
            // another issuer's description would name another's keys
            if (said.path("issuer").asText().equals(settings.issuer().toString())) {
                description = said;
                askAgain = clock.instant().plus(FRESH);
                return Optional.of(said);
            }
        } catch (IOException unreachable) {
            // what was said last holds
        }
        askAgain = clock.instant().plus(PAUSE);
        return Optional.ofNullable(description);
    }

    /**
     * The keys as they are now.
     *
     * @throws IOException if the issuer can not be asked, or does not answer with keys
     */
    JWKSet keys() throws IOException {
        URI address = settings.keys();
        if (address == null) {
            address = description()
                    .map(said -> said.path("jwks_uri").asText())
                    .filter(text -> !text.isEmpty())
                    .map(URI::create)
                    .filter(Issuer::isSafe)
                    .orElseThrow(() -> new IOException("the issuer does not say where its keys are"));
        }
        try {
            return JWKSet.parse(get(address));
        } catch (ParseException malformed) {
            throw new IOException("the issuer's keys can not be read", malformed);
        }
    }

    /** Nobody may stand between this server and the keys. */
    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || List.of("127.0.0.1", "localhost").contains(address.getHost());
    }

    private String trimmed() {
        return settings.issuer().toString().replaceAll("/+$", "");
    }

    private String get(URI address) throws IOException {
        URL url = address.toURL();
        return http.retrieveResource(url).getContent();
    }
}
