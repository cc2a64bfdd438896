package org.plainclaim.server;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.plainclaim.access.Role;
import org.plainclaim.server.access.TestIssuer;

/** The one server with an issuer that all tests share; it is started when it is first used. */
public final class GuardedServer {
    /** The {@code aud} of tokens for it. */
    public static final String AUDIENCE = "https://billing.example.org/fhir";

    private static final long SOON = 600_000;

    private GuardedServer() {}

    private static final class Started {
        private static final TestIssuer ISSUER = TestIssuer.start();
        private static final PlainclaimServer SERVER = PlainclaimServer.start(settings(ISSUER, "jdbc:h2:mem:guarded"));
    }

    /** Settings of a server with this issuer. */
    public static ServerSettings settings(TestIssuer issuer, String database) {
        return ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                database,
                "PLAINCLAIM_DATABASE_POOL",
                "8",
                "PLAINCLAIM_THREADS",
                "16",
                "PLAINCLAIM_ISSUER",
                issuer.uri(),
                "PLAINCLAIM_AUDIENCE",
                AUDIENCE));
    }

    /** Who signs its tokens. */
    public static TestIssuer issuer() {
        return Started.ISSUER;
    }

    /** The running server. */
    public static PlainclaimServer server() {
        return Started.SERVER;
    }

    /** A client without a token. */
    public static FhirHttp http() {
        return new FhirHttp(server().baseUri());
    }

    /** A client of another server, without a token. */
    public static FhirHttp of(PlainclaimServer server) {
        return new FhirHttp(server.baseUri());
    }

    /** A client that sends a token. */
    public static FhirHttp with(String token) {
        return http().with("Authorization", "Bearer " + token);
    }

    /** A client of somebody with these roles, whose token has these scopes. */
    public static FhirHttp as(String scopes, Role... roles) {
        return with(sign(claims(scopes, roles).build()));
    }

    /** Somebody whom no policy holds back from preparing a test: all roles, all scopes. */
    public static FhirHttp everybody() {
        return as("system/*.cruds", Role.values());
    }

    /** The claims of a good token. */
    public static JWTClaimsSet.Builder claims(String scopes, Role... roles) {
        List<String> words = Arrays.stream(roles).map(Role::code).toList();
        return new JWTClaimsSet.Builder()
                .issuer(issuer().uri())
                .audience(AUDIENCE)
                .subject("ann")
                .claim("azp", "test")
                .claim("scope", scopes)
                .claim("realm_access", Map.of("roles", words))
                .expirationTime(Date.from(Instant.now().plusMillis(SOON)));
    }

    /** A token of somebody of a practice whom no policy holds back. */
    public static String of(String practice) {
        return sign(claims("system/*.cruds", Role.values())
                .claim("practice", practice)
                .build());
    }

    /** The token with these claims. */
    public static String sign(JWTClaimsSet claims) {
        return TestIssuer.sign(claims, issuer().key("rsa-1"));
    }
}
