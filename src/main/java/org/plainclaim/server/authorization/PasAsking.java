package org.plainclaim.server.authorization;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.authorization.PasRequest;

/** Puts a request, or a question about one, to the payer of a Claim, if the payer may be told. */
final class PasAsking {
    private final PasDesk.Parts parts;
    private final PasChannel payers;

    PasAsking(PasDesk.Parts parts, PasChannel payers) {
        this.parts = parts;
        this.payers = payers;
    }

    /**
     * Asks.
     *
     * @param claim the stored Claim
     * @throws ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException if the payer may not be told
     */
    PasAnswer ask(JsonNode claim, PasRequest request, PasAct act) {
        List<String> payer = payer(claim);
        permitted(claim, payer);
        String notice = parts.gate().notice(claim, payer);
        PasRequest told = notice.isEmpty() ? request : request.saying(notice);
        PasAnswer answer = payers.ask(payer, act, told.bundle().toString().getBytes(StandardCharsets.UTF_8));
        parts.gate().asked(claim, payer);
        return answer;
    }

    /** Why the payer may not be told is something for a person to do, and stays so after the refusal. */
    private void permitted(JsonNode claim, List<String> payer) {
        Optional<Finding> objection = parts.gate().objection(claim, payer);
        parts.transactions().withRequest(new SystemRequestDetails()).execute(status -> {
            parts.work().permit(claim, objection);
            return status;
        });
        objection.ifPresent(why -> {
            throw parts.refusal(List.of(new InputProblem("suppressed", "Claim", why.message(), why.fix())));
        });
    }

    /** The ids of the payer: identifiers of its Organization. */
    private List<String> payer(JsonNode claim) {
        List<String> ids = new ArrayList<>();
        Authorizations stored = parts.authorizations();
        String reference = claim.at("/insurer/reference").asText();
        if (reference.isEmpty()) {
            String coverage = claim.at("/insurance/0/coverage/reference").asText();
            reference = stored.read(coverage)
                    .map(stored::json)
                    .map(found -> found.at("/payor/0/reference").asText())
                    .orElse("");
        }
        stored.read(reference).map(stored::json).ifPresent(organization -> organization
                .path("identifier")
                .forEach(identifier -> ids.add(identifier.path("value").asText())));
        return ids;
    }
}
