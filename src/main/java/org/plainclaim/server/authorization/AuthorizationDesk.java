package org.plainclaim.server.authorization;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.authorization.PasAnswerReader;
import org.plainclaim.fhir.authorization.PasRequest;
import org.plainclaim.fhir.authorization.PasRequestWriter;

/**
 * Asks payers for authorization, and keeps what they answer.
 *
 * <p>The request is stored before the payer is asked, and the answer with the work that follows from it in one transaction.
 * There is one ClaimResponse for each Claim, however often it is asked.
 */
public final class AuthorizationDesk {
    private final FhirContext fhir;
    private final IFhirResourceDao<ClaimResponse> responses;
    private final IHapiTransactionService transactions;
    private final AskedClaim claims;
    private final Authorizations authorizations;
    private final AnswerWork work;
    private final PasRequestWriter writer;
    private final PasChannel payers;
    private final Clock clock;

    AuthorizationDesk(Parts parts, PasChannel payers, Clock clock) {
        this.fhir = parts.fhir();
        this.responses = parts.daos().getResourceDao(ClaimResponse.class);
        this.transactions = parts.transactions();
        this.claims = parts.claims();
        this.authorizations = parts.authorizations();
        this.work = parts.work();
        this.writer = new PasRequestWriter(
                parts.rules(), name -> authorizations.read(name).map(authorizations::json));
        this.payers = payers;
        this.clock = clock;
    }

    /** What it works with. */
    record Parts(
            FhirContext fhir,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            AskedClaim claims,
            Authorizations authorizations,
            AuthorizationRules rules,
            AnswerWork work) {}

    /**
     * Asks for what a Bundle asks for: a Claim with use preauthorization first, then what it refers to.
     *
     * @throws UnprocessableEntityException with everything that the payer would miss; the payer was not asked
     */
    public ClaimResponse submit(Bundle bundle) {
        if (!(bundle.getEntryFirstRep().getResource() instanceof Claim claim)) {
            throw refusal(List.of(new InputProblem(
                    "structure",
                    "Bundle.entry[0]",
                    "The first entry is not a Claim.",
                    "Send the Claim first, then the resources that it refers to.")));
        }
        check(claim);
        return ask(claims.keep(bundle));
    }

    /** Asks for what a Claim asks for; all that it refers to is stored. */
    public ClaimResponse submit(Claim claim) {
        check(claim);
        return ask(claims.keep(claim));
    }

    private void check(Claim claim) {
        if (claim.getUse() != Claim.Use.PREAUTHORIZATION) {
            throw refusal(List.of(new InputProblem(
                    "value",
                    "Claim.use",
                    "The Claim does not ask for an authorization.",
                    "Set Claim.use to preauthorization.")));
        }
    }

    private ClaimResponse ask(Claim stored) {
        JsonNode claim = authorizations.json(stored);
        PasRequest request;
        try {
            request = writer.write(claim, clock.instant());
        } catch (BadInput incomplete) {
            throw refusal(incomplete.problems());
        }
        List<String> payer = payer(claim);
        PasAnswer answer = payers.ask(payer, request.bundle().toString().getBytes(StandardCharsets.UTF_8));
        Optional<ObjectNode> said = answer.kind() == PasAnswer.Kind.ANSWERED
                ? PasAnswerReader.read(answer.bundle(), claim)
                : Optional.empty();
        return keep(claim, answer, said);
    }

    /** The ids of the payer: identifiers of its Organization. */
    private List<String> payer(JsonNode claim) {
        List<String> ids = new ArrayList<>();
        String reference = claim.at("/insurer/reference").asText();
        if (reference.isEmpty()) {
            String coverage = claim.at("/insurance/0/coverage/reference").asText();
            reference = authorizations
                    .read(coverage)
                    .map(authorizations::json)
                    .map(found -> found.at("/payor/0/reference").asText())
                    .orElse("");
        }
        authorizations.read(reference).map(authorizations::json).ifPresent(organization -> organization
                .path("identifier")
                .forEach(identifier -> ids.add(identifier.path("value").asText())));
        return ids;
    }

    private ClaimResponse keep(JsonNode claim, PasAnswer answer, Optional<ObjectNode> said) {
        String id = UUID.nameUUIDFromBytes(
                        ("Claim/" + claim.path("id").asText() + "|preauthorization").getBytes(StandardCharsets.UTF_8))
                .toString();
        ObjectNode response = said.orElseGet(() -> unanswered(claim, answer));
        response.put("id", id);
        ClaimResponse parsed = fhir.newJsonParser().parseResource(ClaimResponse.class, response.toString());
        return transactions.withRequest(new SystemRequestDetails()).execute(status -> {
            ClaimResponse kept = (ClaimResponse)
                    responses.update(parsed, new SystemRequestDetails()).getResource();
            work.follow(authorizations.json(kept), claim, said.isPresent() ? "" : problem(answer));
            return kept;
        });
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

    private UnprocessableEntityException refusal(List<InputProblem> problems) {
        UnprocessableEntityException answer =
                new UnprocessableEntityException("This is no complete request for authorization.");
        String issues = IssueWriter.problems(problems).toString();
        answer.setOperationOutcome(fhir.newJsonParser().parseResource(OperationOutcome.class, issues));
        return answer;
    }
}
