package org.plainclaim.server.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;

/** The issuer's keys, kept; an unknown key is looked for again at once, but no more than twice in half a minute. */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private static final long FRESH_MILLIS = 5 * 60_000L;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 30_000;

    /** How long old keys stand in for an issuer that can not be reached. */
    private static final long OUTAGE_MILLIS = 4 * 3_600_000L;

    private final Issuer issuer;
    private volatile boolean answered;

    IssuerKeys(Issuer issuer) {
        this.issuer = issuer;
    }

    JWKSource<SecurityContext> kept() {
        return JWKSourceBuilder.create(this)
                .cache(FRESH_MILLIS, PATIENCE_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(PAUSE_MILLIS)
                .outageTolerant(OUTAGE_MILLIS)
                .build();
    }

    /** Whether the issuer answered when it was asked last. */
    boolean answered() {
        return answered;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = issuer.keys();
            answered = true;
            return keys;
        } catch (IOException unreachable) {
            answered = false;
            throw new JWKSetUnavailableException("the issuer's keys can not be had", unreachable);
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
