package org.plainclaim.server.access;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The pages of the issuer where people sign in: it asks nothing, but wants the code back with its verifier, once. */
final class TestSignIn {
    private final TestIssuer issuer;
    private final Map<String, Given> codes = new ConcurrentHashMap<>();

    private record Given(String challenge, String redirect, String token) {}

    TestSignIn(TestIssuer issuer) {
        this.issuer = issuer;
    }

    void at(HttpServer http) {
        http.createContext("/authorize", this::authorize);
        http.createContext("/token", this::token);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, List<String>> asked =
                URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        String redirect = first(asked, "redirect_uri");
        boolean whole = first(asked, "response_type").equals("code")
                && first(asked, "client_id").equals("plainclaim-workbench")
                && first(asked, "code_challenge_method").equals("S256");
        if (whole) {
            codes.put(code, new Given(first(asked, "code_challenge"), redirect, issuer.nextToken()));
        }
        exchange.getResponseHeaders().set("Location", redirect + "?code=" + code + "&state=" + first(asked, "state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> sent = URLUtils.parseParameters(body);
        Given given = codes.remove(first(sent, "code"));
        String verifier = first(sent, "code_verifier");
        boolean right = given != null
                && !verifier.isEmpty()
                && given.redirect().equals(first(sent, "redirect_uri"))
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                        .getValue()
                        .equals(given.challenge());
        TestIssuer.answer(
                exchange,
                right
                        ? "{\"access_token\":\"" + given.token() + "\",\"token_type\":\"Bearer\",\"expires_in\":600}"
                        : "{\"error\":\"invalid_grant\"}");
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }
}
