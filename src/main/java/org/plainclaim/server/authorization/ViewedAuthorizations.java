package org.plainclaim.server.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.authorization.AuthorizedUse;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.authorization.AuthorizationReader;
import org.plainclaim.fhir.authorization.UseReader;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;

/** The authorizations in a view of the store: for what is asked of each claim. */
final class ViewedAuthorizations {
    private final StoreView view;
    private final AuthorizationReader reader;
    private final UseReader uses;

    ViewedAuthorizations(StoreView view, AuthorizationRules rules) {
        this.view = view;
        this.reader = new AuthorizationReader(rules, this::npi);
        this.uses = new UseReader(this::npi);
    }

    /** Those of a patient. */
    List<Authorization> of(String patient) {
        List<Authorization> found = new ArrayList<>();
        for (Current response : view.ask(Question.referring(patient, "ClaimResponse.patient"))) {
            if (AuthorizationReader.authorizes(response.json())) {
                found.addAll(reader.read(response.json(), request(response.json())));
            }
        }
        return found;
    }

    /** What the claims of a patient use of authorizations. */
    List<AuthorizedUse> uses(String patient) {
        return uses.read(view.ask(Question.referring(patient, "Claim.patient")).stream()
                .map(Current::json)
                .toList());
    }

    private @Nullable JsonNode request(JsonNode response) {
        String reference = response.at("/request/reference").asText();
        return reference.startsWith("Claim/") ? read(reference) : null;
    }

    private @Nullable JsonNode read(String reference) {
        String[] parts = reference.split("/", -1);
        return parts.length < 2
                ? null
                : view.ask(Question.named(parts[0], parts[1])).stream()
                        .findFirst()
                        .map(Current::json)
                        .orElse(null);
    }

    /** The NPI of a practitioner or organization; that of a role is its own, else that of its practitioner. */
    private String npi(String reference) {
        JsonNode resource = read(reference);
        if (resource == null) {
            return "";
        }
        for (JsonNode identifier : resource.path("identifier")) {
            if (identifier.path("system").asText().equals(Systems.NPI) && identifier.has("value")) {
                return identifier.path("value").asText();
            }
        }
        boolean role = resource.path("resourceType").asText().equals("PractitionerRole");
        return role ? npi(resource.at("/practitioner/reference").asText()) : "";
    }
}
