package org.plainclaim.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;

/** Proves that a token is one of the issuer, for this server, and for now; Nimbus does the cryptography. */
final class TokenCheck {
    /** SMART asks for RS384 and ES384; Keycloak and others sign with the 256 of each unless told otherwise. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final Set<String> REQUIRED = Set.of("iss", "aud", "exp");
    private static final int SKEW_SECONDS = 30;
    private static final int LONGEST = 16 * 1024;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final IssuerKeys keys;

    private TokenCheck(IssuerSettings settings, IssuerKeys keys) {
        this.keys = keys;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys.kept()));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                Set.of(settings.audience()),
                new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
                REQUIRED,
                Set.of());
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    static TokenCheck of(Issuer issuer) {
        return new TokenCheck(issuer.settings(), new IssuerKeys(issuer));
    }

    /**
     * The claims of a good token.
     *
     * @throws NotAdmittedException for any other, without a word on what is wrong with it
     */
    JWTClaimsSet claims(String token) throws NotAdmittedException {
        if (token.length() > LONGEST) {
            throw NotAdmittedException.badToken();
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (signed.getHeader().getKeyID() == null) {
                throw NotAdmittedException.badToken();
            }
            return processor.process(signed, null);
        } catch (RateLimitReachedException waiting) {
            // a key that the issuer does not have, or an issuer that does not answer
            throw keys.answered() ? NotAdmittedException.badToken() : NotAdmittedException.noKeys();
        } catch (ParseException | BadJOSEException refused) {
            throw NotAdmittedException.badToken();
        } catch (KeySourceException unreachable) {
            throw NotAdmittedException.noKeys();
        } catch (JOSEException | RuntimeException refused) {
            // hostile keys and numbers make the library throw what it likes; whatever it is, the token is not good
            throw NotAdmittedException.badToken();
        }
    }
}
