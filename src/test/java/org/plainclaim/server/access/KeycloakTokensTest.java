package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Policy;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** Tokens with all that Keycloak 26 writes into them, of a realm that is set up as {@code access.md} says. */
final class KeycloakTokensTest {
    private static final List<String> ALWAYS = List.of("offline_access", "uma_authorization", "default-roles-practice");

    /** What every access token of a realm has. */
    private static JWTClaimsSet.Builder token(String scope, String... roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .expirationTime(Date.from(now.plusSeconds(300)))
                .issueTime(Date.from(now))
                .jwtID("trrtcc:3f6f2f4e-7a3c-4c0e-9a51-2f1f8f5c7a10")
                .issuer(GuardedServer.issuer().uri())
                .audience(List.of(GuardedServer.AUDIENCE, "account"))
                .subject("8a0f1f0c-6f0e-4f2a-8d5e-0d3a1b2c3d4e")
                .claim("typ", "Bearer")
                .claim("acr", "1")
                .claim("allowed-origins", List.of("/*"))
                .claim("realm_access", Map.of("roles", joined(roles)))
                .claim("resource_access", Map.of("account", Map.of("roles", List.of("manage-account", "view-profile"))))
                .claim("scope", "profile " + scope + " email")
                .claim("email_verified", false);
    }

    private static List<String> joined(String... roles) {
        return java.util.stream.Stream.concat(ALWAYS.stream(), java.util.stream.Stream.of(roles))
                .toList();
    }

    /** A client with a service account: SMART backend services. */
    private static JWTClaimsSet.Builder program(String scope, String... roles) {
        return token(scope, roles)
                .claim("azp", "record-system")
                .claim("client_id", "record-system")
                .claim("clientHost", "10.0.0.5")
                .claim("clientAddress", "10.0.0.5")
                .claim("preferred_username", "service-account-record-system");
    }

    /** Somebody who signed in in a browser. */
    private static JWTClaimsSet.Builder person(String scope, String... roles) {
        return token(scope, roles)
                .claim("azp", "workbench")
                .claim("auth_time", Instant.now().getEpochSecond())
                .claim("sid", "5d0b1c1e-2f37-4b0f-9a3c-9a5a5f3f9f10")
                .claim("session_state", "5d0b1c1e-2f37-4b0f-9a3c-9a5a5f3f9f10")
                .claim("name", "Ann Marsh")
                .claim("preferred_username", "ann")
                .claim("given_name", "Ann")
                .claim("family_name", "Marsh")
                .claim("email", "ann@example.org");
    }

    private static FhirHttp with(JWTClaimsSet.Builder claims, String algorithm) {
        String key = algorithm.startsWith("RS") ? "rsa-1" : "ec-1";
        return GuardedServer.with(
                TestIssuer.sign(claims.build(), GuardedServer.issuer().key(key), JWSAlgorithm.parse(algorithm)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "ES384", "RS256"})
    void aServiceAccountIsTheRecordSystem(String algorithm) {
        FhirHttp http = with(program("system/*.cruds", "ehr"), algorithm);
        FhirHttp.Answer stored = http.post("Patient", "{\"resourceType\":\"Patient\",\"gender\":\"other\"}");
        assertEquals(201, stored.status(), stored.body());
        assertEquals(403, http.get("../metrics").status(), "an ehr is no admin");
    }

    @Test
    void aPersonHasTheRolesOfTheRealmAndTheScopesOfTheClient() {
        FhirHttp http = with(person("user/Claim.rs user/Observation.rs", "biller"), "RS384");
        assertEquals(200, http.get("Claim?_count=1").status());
        FhirHttp.Answer notes = http.get("Observation?_count=1");
        assertEquals(403, notes.status());
        assertTrue(notes.diagnostics().contains("row biller-notes"), notes.diagnostics());
        assertEquals(403, http.get("Coverage?_count=1").status(), "the client was not given this scope");
    }

    @Test
    void aRoleWithAHyphenOrAnUnderscoreIsTheSame() {
        for (String role : List.of("front-desk", "front_desk")) {
            FhirHttp http = with(person("user/*.cruds", role), "RS384");
            assertEquals(200, http.get("Appointment?_count=1").status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline"})
    void whatKeycloakSignsForOtherEndsIsNoAccessToken(String typ) {
        assertEquals(
                401,
                with(person("user/*.rs", "auditor").claim("typ", typ), "RS384")
                        .get("Claim")
                        .status());
    }

    /** Keycloak names this server in a token only once the client has the audience mapper that access.md asks for. */
    @Test
    void withoutTheAudienceMapperNoTokenIsAccepted() {
        FhirHttp http = with(program("system/*.cruds", "ehr").audience("account"), "RS384");
        assertEquals(401, http.get("Claim").status());
    }

    @Test
    void rolesOfAClientAreReadWhereTheSettingSays() throws ParseException, NotAdmittedException {
        JWTClaimsSet claims = person("user/*.rs")
                .claim(
                        "resource_access",
                        Map.of(
                                "plainclaim",
                                Map.of("roles", List.of("coder")),
                                "account",
                                Map.of("roles", List.of("x"))))
                .claim("practice", List.of("linden"))
                .build();
        IssuerSettings settings = new IssuerSettings(
                URI.create(GuardedServer.issuer().uri()),
                GuardedServer.AUDIENCE,
                null,
                "resource_access.plainclaim.roles",
                "practice");
        Policy policy = GuardedServer.server().part(Gate.class).policy();
        // through the text of a token, as the lists of JSON come out of it
        Caller caller = new CallerReader(settings, policy, Clock.systemUTC()).of(JWTClaimsSet.parse(claims.toString()));
        assertEquals(Set.of(Role.CODER), caller.roles());
        assertEquals(Optional.of("linden"), caller.practice(), "a user attribute of one value, as a list of one");
        assertEquals("workbench", caller.client());
    }
}
