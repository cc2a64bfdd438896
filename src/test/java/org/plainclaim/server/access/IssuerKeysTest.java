package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys that come, keys that nobody has, and an issuer that does not answer; over real HTTP. */
final class IssuerKeysTest {
    private static TokenCheck check(String issuer, @Nullable URI keys) {
        return TokenCheck.of(new Issuer(
                new IssuerSettings(URI.create(issuer), "here", keys, "roles", "practice"), Clock.systemUTC()));
    }

    private static String token(String issuer, JWK key) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("here")
                .subject("ann")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        return TestIssuer.sign(claims, key);
    }

    @Test
    void aNewKeyIsFoundAndUnknownOnesDoNotFloodTheIssuer() throws NotAdmittedException {
        try (TestIssuer issuer = TestIssuer.start()) {
            TokenCheck check = check(issuer.uri(), null);
            assertEquals(
                    "ann", check.claims(token(issuer.uri(), issuer.key("ec-1"))).getSubject());
            RSAKey next = TestIssuer.rsa("rsa-2");
            issuer.add(next);
            assertEquals("ann", check.claims(token(issuer.uri(), next)).getSubject());
            assertEquals(2, issuer.asked());
            String unknown = token(issuer.uri(), TestIssuer.rsa("unknown"));
            for (int i = 0; i < 50; i++) {
                NotAdmittedException refused = assertThrows(NotAdmittedException.class, () -> check.claims(unknown));
                assertFalse(refused.transientFault());
            }
            assertEquals("ann", check.claims(token(issuer.uri(), next)).getSubject());
            assertTrue(issuer.asked() <= 3, "asked for its keys " + issuer.asked() + " times");
        }
    }

    @Test
    void anIssuerThatCanNotBeReachedIsNotTheFaultOfTheToken() {
        TestIssuer issuer = TestIssuer.start();
        String token = token(issuer.uri(), issuer.key("ec-1"));
        issuer.close();
        TokenCheck check = check(issuer.uri(), null);
        for (int i = 0; i < 4; i++) {
            NotAdmittedException refused = assertThrows(NotAdmittedException.class, () -> check.claims(token));
            assertTrue(refused.transientFault(), "try " + i);
        }
    }

    @Test
    void keysThatAreKnownHoldWhileTheIssuerIsAway() throws NotAdmittedException {
        TestIssuer issuer = TestIssuer.start();
        TokenCheck check = check(issuer.uri(), null);
        String token = token(issuer.uri(), issuer.key("ec-1"));
        check.claims(token);
        issuer.close();

        assertEquals("ann", check.claims(token).getSubject());
    }

    @Test
    void theDescriptionOfAnotherIssuerIsNotBelieved() {
        try (TestIssuer issuer = TestIssuer.start()) {
            String other = issuer.uri().replace("127.0.0.1", "localhost");
            TokenCheck check = check(other, null);

            assertThrows(NotAdmittedException.class, () -> check.claims(token(other, issuer.key("ec-1"))));
            assertEquals(0, issuer.asked());
        }
    }

    @Test
    void theAddressOfTheKeysMayBeSet() throws NotAdmittedException {
        try (TestIssuer issuer = TestIssuer.start()) {
            TokenCheck check =
                    check("https://login.example.org", URI.create(issuer.uri().replace("/realms/practice", "/keys")));

            assertEquals(
                    "ann",
                    check.claims(token("https://login.example.org", issuer.key("rsa-1")))
                            .getSubject());
        }
    }
}
