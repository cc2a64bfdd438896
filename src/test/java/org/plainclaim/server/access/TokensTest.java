package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** Tokens over HTTP: the good ones, and every kind of bad one. */
final class TokensTest {
    private static final long MINUTE = 60_000;

    private static JWTClaimsSet.Builder good() {
        return GuardedServer.claims("system/*.rs", Role.AUDITOR);
    }

    private static int status(String token) {
        return GuardedServer.with(token).get("Claim").status();
    }

    private static Date in(long millis) {
        return Date.from(Instant.now().plusMillis(millis));
    }

    private static void refused(String token) {
        FhirHttp.Answer answer = GuardedServer.with(token).get("Claim");
        assertEquals(401, answer.status(), answer.body());
        assertEquals("Bearer realm=\"plainclaim\", error=\"invalid_token\"", answer.header("WWW-Authenticate"));
        assertEquals("The token is not accepted; get a new one.", answer.diagnostics());
        assertEquals("login", answer.json().at("/issue/0/code").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-1 RS384", "rsa-1 RS256", "ec-1 ES384"})
    void aGoodTokenIsAccepted(String how) {
        String[] words = how.split(" ", -1);
        JWSAlgorithm algorithm = JWSAlgorithm.parse(words[1]);
        var key = GuardedServer.issuer().key(words[0]);

        assertEquals(200, status(TestIssuer.sign(good().build(), key, algorithm)));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        FhirHttp.Answer answer = GuardedServer.http().get("Claim");

        assertEquals(401, answer.status());
        assertEquals("Bearer realm=\"plainclaim\"", answer.header("WWW-Authenticate"));
        assertEquals(401, GuardedServer.http().get("Claim/1").status());
        assertEquals(401, GuardedServer.http().get("Nonsense").status());
        assertEquals(
                401,
                GuardedServer.http()
                        .post("Claim", "{\"resourceType\":\"Claim\"}")
                        .status());
        assertEquals(
                401,
                GuardedServer.http().post("", "{\"resourceType\":\"Bundle\"}").status());
        assertEquals(401, GuardedServer.http().get("ValueSet/$expand?url=x").status());
        assertEquals(401, GuardedServer.http().get("../metrics").status());
        assertEquals(
                401,
                GuardedServer.http()
                        .post("../cds-services/plainclaim-sign", "{}")
                        .status());
    }

    @Test
    void whatHoldsNothingOfAnybodyIsOpen() {
        assertEquals(200, GuardedServer.http().get("metadata").status());
        assertEquals(200, GuardedServer.http().get("../health/ready").status());
        assertEquals(200, GuardedServer.http().get("../cds-services").status());
        FhirHttp.Answer smart = GuardedServer.http().get(".well-known/smart-configuration");
        assertEquals(200, smart.status(), smart.body());
        assertEquals(GuardedServer.issuer().uri(), smart.json().path("issuer").asText());
        assertTrue(smart.json().path("token_endpoint").asText().endsWith("/token"), smart.body());
        assertTrue(smart.json().path("capabilities").toString().contains("permission-v2"), smart.body());
    }

    @Test
    void theCapabilitiesSayThatTokensAreNeeded() {
        var security = GuardedServer.http().get("metadata").json().at("/rest/0/security");

        assertEquals("SMART-on-FHIR", security.at("/service/0/coding/0/code").asText());
        assertTrue(security.path("description").asText().contains("token"), security.toString());
    }

    @Test
    void anotherKeyOfTheSameNameIsRefused() {
        refused(TestIssuer.sign(good().build(), TestIssuer.rsa("rsa-1")));
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused(TestIssuer.sign(good().build(), TestIssuer.rsa("nobody")));
    }

    @Test
    void aTokenThatNamesNoKeyIsRefused() throws JOSEException {
        RSAKey key = (RSAKey) GuardedServer.issuer().key("rsa-1");
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS384), good().build());
        token.sign(new com.nimbusds.jose.crypto.RSASSASigner(key));

        refused(token.serialize());
    }

    @Test
    void aTokenForAnotherServerIsRefused() {
        refused(GuardedServer.sign(good().audience("https://other.example.org").build()));
        refused(GuardedServer.sign(good().audience((String) null).build()));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        refused(GuardedServer.sign(good().issuer("https://other.example.org").build()));
        refused(GuardedServer.sign(good().issuer(null).build()));
    }

    @Test
    void aTokenIsGoodOnlyInItsTime() {
        refused(GuardedServer.sign(good().expirationTime(in(-MINUTE)).build()));
        refused(GuardedServer.sign(good().expirationTime(null).build()));
        refused(GuardedServer.sign(good().notBeforeTime(in(MINUTE * 2)).build()));
        assertEquals(
                200,
                status(GuardedServer.sign(good().expirationTime(in(-10_000)).build())),
                "clocks differ");
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        refused(new PlainJWT(good().build()).serialize());
        String signed = GuardedServer.sign(good().build());
        refused(signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JOSEException {
        RSAKey key = (RSAKey) GuardedServer.issuer().key("rsa-1");
        for (byte[] secret : List.of(
                key.toRSAPublicKey().getEncoded(),
                key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), good().build());
            token.sign(new MACSigner(secret));
            refused(token.serialize());
        }
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] parts = GuardedServer.sign(good().build()).split("\\.", -1);
        String other = GuardedServer.sign(
                GuardedServer.claims("system/*.cruds", Role.values()).build());

        refused(parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJSUzM4NCJ9.e30.AA", "null", "{}"})
    void whatIsNoTokenIsRefused(String token) {
        refused(token);
    }

    @Test
    void otherWaysToSignInAreRefused() {
        String token = GuardedServer.sign(good().build());

        assertEquals(
                401,
                GuardedServer.http()
                        .with("Authorization", "Basic YTpi")
                        .get("Claim")
                        .status());
        assertEquals(
                401,
                GuardedServer.http().with("Authorization", token).get("Claim").status());
        assertEquals(
                401, GuardedServer.http().get("Claim?access_token=" + token).status());
        assertEquals(
                401,
                GuardedServer.with(token)
                        .get("Claim", "Authorization", "Bearer " + token)
                        .status());
    }

    @Test
    void nobodyIsTakenForTheServerItself() {
        refused(GuardedServer.sign(good().claim("azp", "plainclaim:server").build()));
        refused(GuardedServer.sign(good().subject(null).claim("azp", null).build()));
    }

    @Test
    void whatAnIssuerSignsForOtherEndsIsRefused() {
        refused(GuardedServer.sign(good().claim("typ", "ID").build()));
        refused(GuardedServer.sign(good().claim("typ", "Refresh").build()));
        assertEquals(
                200, status(GuardedServer.sign(good().claim("typ", "Bearer").build())));
    }

    @Test
    void aTokenWithoutARoleMayDoNothing() {
        assertEquals(
                403,
                status(GuardedServer.sign(good().claim("realm_access", null).build())));
        assertEquals(
                403,
                status(GuardedServer.sign(good().claim("realm_access", Map.of("roles", List.of("root")))
                        .build())));
    }

    @Test
    void aTokenAsKeycloakMakesItIsUnderstood() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(GuardedServer.issuer().uri())
                .audience(List.of("account", GuardedServer.AUDIENCE))
                .subject("f:1c8d:ann")
                .jwtID("onrtac:6f")
                .issueTime(in(-MINUTE))
                .expirationTime(in(MINUTE))
                .claim("typ", "Bearer")
                .claim("azp", "billing-desk")
                .claim("sid", "5f0c")
                .claim("acr", "1")
                .claim("realm_access", Map.of("roles", List.of("offline_access", "front_desk", "uma_authorization")))
                .claim("resource_access", Map.of("account", Map.of("roles", List.of("manage-account"))))
                .claim("scope", "openid profile email user/Appointment.rs")
                .claim("preferred_username", "ann")
                .build();
        FhirHttp ann = GuardedServer.with(
                TestIssuer.sign(claims, GuardedServer.issuer().key("rsa-1"), JWSAlgorithm.RS256));

        assertEquals(200, ann.get("Appointment").status());
        assertEquals(403, ann.get("Claim").status());
        assertEquals(
                403,
                ann.post("Appointment", "{\"resourceType\":\"Appointment\"}").status());
    }
}
