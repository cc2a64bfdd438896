package org.plainclaim.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of tokens: a real HTTP server with discovery and keys, which signs real tokens. */
public final class TestIssuer implements AutoCloseable {
    private static final int RSA_BITS = 2048;

    private final HttpServer http;
    private final List<JWK> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String nextPerson = "";

    private TestIssuer(HttpServer http) {
        this.http = http;
    }

    /** An issuer with the keys {@code rsa-1} and {@code ec-1}. */
    public static TestIssuer start() {
        try {
            TestIssuer issuer =
                    new TestIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            issuer.add(rsa("rsa-1"));
            issuer.add(new ECKeyGenerator(Curve.P_384).keyID("ec-1").generate());
            issuer.http.createContext("/keys", exchange -> {
                issuer.asked.incrementAndGet();
                List<JWK> all = new ArrayList<>(issuer.keys);
                answer(exchange, new JWKSet(all).toString());
            });
            issuer.http.createContext(
                    "/realms/practice/.well-known/openid-configuration",
                    exchange -> answer(
                            exchange,
                            "{\"issuer\":\"" + issuer.uri() + "\",\"jwks_uri\":\"" + issuer.base()
                                    + "/keys\",\"token_endpoint\":\"" + issuer.base()
                                    + "/token\",\"authorization_endpoint\":\"" + issuer.base() + "/authorize\"}"));
            new TestSignIn(issuer).at(issuer.http);
            issuer.http.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whom the next person who signs in turns out to be. */
    public void nextPerson(JWTClaimsSet claims) {
        nextPerson = sign(claims, key("rsa-1"));
    }

    String nextToken() {
        return nextPerson;
    }

    /** The {@code iss} of its tokens. */
    public String uri() {
        return base() + "/realms/practice";
    }

    /** How often somebody asked for the keys. */
    public int asked() {
        return asked.get();
    }

    /** Another key, which those who ask again will see. */
    public void add(JWK key) {
        keys.add(key);
    }

    /** A key that it does not have, until it is added. */
    public static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(RSA_BITS).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Its key of that name. */
    public JWK key(String id) {
        return keys.stream()
                .filter(key -> key.getKeyID().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Signs with a key, RSA by RS384 and the other by ES384. */
    public static String sign(JWTClaimsSet claims, JWK key) {
        boolean rsa = key instanceof RSAKey;
        return sign(claims, key, rsa ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384);
    }

    /** Signs with a key by that algorithm. */
    public static String sign(JWTClaimsSet claims, JWK key, JWSAlgorithm algorithm) {
        try {
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
