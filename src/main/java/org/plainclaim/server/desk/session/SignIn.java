package org.plainclaim.server.desk.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.plainclaim.server.access.Access;

/** Asks the issuer for a token in the name of a person: authorization code with PKCE (RFC 6749, RFC 7636). */
final class SignIn {
    private static final ClientID CLIENT = new ClientID("plainclaim-workbench");
    private static final Scope SCOPE = new Scope("openid", "fhirUser", "user/*.cruds");
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MOST_BEGUN = 10_000;

    private final Access access;
    private final Supplier<URI> fhir;
    private final Cache<String, CodeVerifier> begun = Caffeine.newBuilder()
            .maximumSize(MOST_BEGUN)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** For the FHIR base as everybody reaches it; the workbench is beside it. */
    SignIn(Access access, Supplier<URI> fhir) {
        this.access = access;
        this.fhir = fhir;
    }

    /**
     * A sign-in that has begun.
     *
     * @param address of the issuer, where the person goes next
     * @param state what comes back with the person, and which only the same browser knows
     */
    record Begun(URI address, String state) {}

    /** Begins; empty while the issuer does not say where. */
    Optional<Begun> begin() {
        return endpoint("authorization_endpoint").map(issuer -> {
            State state = new State();
            CodeVerifier verifier = new CodeVerifier();
            begun.put(state.getValue(), verifier);
            AuthorizationRequest request = new AuthorizationRequest.Builder(
                            new ResponseType(ResponseType.Value.CODE), CLIENT)
                    .endpointURI(issuer)
                    .redirectionURI(back())
                    .scope(SCOPE)
                    .state(state)
                    .codeChallenge(verifier, CodeChallengeMethod.S256)
                    // SMART App Launch: for which server the token is
                    .customParameter("aud", fhir.get().toString())
                    .build();
            return new Begun(request.toURI(), state.getValue());
        });
    }

    /** The access token for a code; empty if the sign-in was not begun here or the issuer refuses. */
    Optional<String> token(String state, String code) {
        CodeVerifier verifier = begun.asMap().remove(state);
        Optional<URI> issuer = endpoint("token_endpoint");
        if (verifier == null || issuer.isEmpty()) {
            return Optional.empty();
        }
        try {
            AuthorizationCodeGrant grant = new AuthorizationCodeGrant(new AuthorizationCode(code), back(), verifier);
            HTTPRequest request = new TokenRequest.Builder(issuer.get(), CLIENT, grant)
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            TokenResponse answer = TokenResponse.parse(request.send());
            return answer.indicatesSuccess()
                    ? Optional.of(answer.toSuccessResponse()
                            .getTokens()
                            .getAccessToken()
                            .getValue())
                    : Optional.empty();
        } catch (ParseException | IOException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private URI back() {
        return fhir.get().resolve("/desk/signed-in");
    }

    private Optional<URI> endpoint(String name) {
        return access.smartConfiguration()
                .map(said -> said.path(name).asText(""))
                .filter(address -> !address.isEmpty())
                .map(URI::create);
    }
}
