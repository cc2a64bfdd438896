package org.plainclaim.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What SMART App Launch 2.2 wants to know of a resource server: where its issuer is, and which scopes it knows. */
final class SmartConfiguration {
    /** What the issuer says of itself and SMART clients ask here. */
    private static final List<String> OF_ISSUER = List.of(
            "jwks_uri",
            "authorization_endpoint",
            "token_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "grant_types_supported",
            "response_types_supported",
            "code_challenge_methods_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported");

    private static final List<String> CAPABILITIES = List.of("permission-v2", "permission-user", "permission-patient");

    private static final List<String> SCOPES =
            List.of("openid", "fhirUser", "system/*.cruds", "user/*.cruds", "patient/*.cruds");

    private SmartConfiguration() {}

    static ObjectNode of(IssuerSettings settings, Optional<JsonNode> description) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("issuer", settings.issuer().toString());
        description.ifPresent(
                said -> OF_ISSUER.stream().filter(said::hasNonNull).forEach(name -> answer.set(name, said.get(name))));
        if (settings.keys() != null) {
            answer.put("jwks_uri", settings.keys().toString());
        }
        SCOPES.forEach(answer.withArray("scopes_supported")::add);
        CAPABILITIES.forEach(answer.withArray("capabilities")::add);
        return answer;
    }
}
