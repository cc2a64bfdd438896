package org.plainclaim.server.authorization;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.authorization.PasAnswerReader;

/** Keeps what payers answer: one ClaimResponse for each Claim, in one transaction with the work that follows. */
final class PasAnswers {
    private final PasDesk.Parts parts;
    private final IFhirResourceDao<ClaimResponse> responses;
    private final Clock clock;

    PasAnswers(PasDesk.Parts parts, Clock clock) {
        this.parts = parts;
        this.responses = parts.daos().getResourceDao(ClaimResponse.class);
        this.clock = clock;
    }

    /** The reference of the answer to a Claim, whether there is one or not. */
    static String reference(String claim) {
        return "ClaimResponse/"
                + UUID.nameUUIDFromBytes((claim + "|preauthorization").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Keeps an answer.
     *
     * @param claim the stored Claim
     * @param said what the payer said, in our names; empty if it did not answer
     */
    ClaimResponse keep(JsonNode claim, PasAnswer answer, Optional<ObjectNode> said) {
        ObjectNode response = said.orElseGet(() -> unanswered(claim, answer));
        response.put("id", reference("Claim/" + claim.path("id").asText()).substring("ClaimResponse/".length()));
        ClaimResponse parsed = parts.fhir().newJsonParser().parseResource(ClaimResponse.class, response.toString());
        return parts.transactions().withRequest(new SystemRequestDetails()).execute(status -> {
            ClaimResponse kept = (ClaimResponse)
                    responses.update(parsed, new SystemRequestDetails()).getResource();
            parts.work().follow(parts.authorizations().json(kept), claim, said.isPresent() ? "" : problem(answer));
            if (said.isPresent() && PasAnswerReader.decides(response)) {
                replaced(PasAnswerReader.prior(claim));
            }
            return kept;
        });
    }

    /** The answer to a request that was changed authorizes nothing any more: the one to the change does. */
    private void replaced(String prior) {
        parts.authorizations()
                .read(prior.isEmpty() ? "" : reference(prior))
                .map(ClaimResponse.class::cast)
                .filter(earlier -> earlier.getStatus() == ClaimResponse.ClaimResponseStatus.ACTIVE)
                .ifPresent(earlier -> {
                    ClaimResponse changed = earlier.copy();
                    changed.setStatus(ClaimResponse.ClaimResponseStatus.CANCELLED);
                    responses.update(changed, new SystemRequestDetails());
                    parts.work().replaced(reference(prior));
                });
    }

    /** A Bundle with a kept answer first, under the id by which it is stored. */
    Bundle bundle(ObjectNode json, ClaimResponse kept) {
        Bundle bundle = parts.fhir().newJsonParser().parseResource(Bundle.class, json.toString());
        // the parser has put the name of the entry in its place
        bundle.getEntryFirstRep().getResource().setId(kept.getIdElement().toUnqualifiedVersionless());
        return bundle;
    }

    private static String problem(PasAnswer answer) {
        return answer.problem().isEmpty()
                ? "The answer of the payer is no answer to a request for authorization."
                : answer.problem();
    }

    /** What is known as long as the payer did not answer: that it was asked, and nothing else. */
    private ObjectNode unanswered(JsonNode claim, PasAnswer answer) {
        ObjectNode response = Nodes.resource("ClaimResponse");
        response.put("status", "active").put("use", "preauthorization");
        response.set("type", claim.path("type").deepCopy());
        response.set("patient", claim.path("patient").deepCopy());
        response.put("created", clock.instant().toString());
        if (claim.path("insurer").isObject()) {
            response.set("insurer", claim.path("insurer").deepCopy());
        }
        response.set("requestor", claim.path("provider").deepCopy());
        response.putObject("request")
                .put("reference", "Claim/" + claim.path("id").asText());
        response.put("outcome", answer.kind() == PasAnswer.Kind.REFUSED ? "error" : "queued");
        response.put("disposition", problem(answer));
        return response;
    }
}
