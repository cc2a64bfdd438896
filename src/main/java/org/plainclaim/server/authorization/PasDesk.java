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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.authorization.PasAnswerReader;
import org.plainclaim.fhir.authorization.PasRequest;
import org.plainclaim.fhir.authorization.PasRequestWriter;
import org.plainclaim.server.submission.AuthorizationDesk;

/**
 * Asks payers for authorization, and keeps what they answer.
 *
 * <p>The request is stored before the payer is asked, and the answer with the work that follows from it in one transaction.
 * There is one ClaimResponse for each Claim, however often it is asked.
 */
public final class PasDesk implements AuthorizationDesk {
    private final Parts parts;
    private final FhirContext fhir;
    private final IFhirResourceDao<ClaimResponse> responses;
    private final IHapiTransactionService transactions;
    private final AskedClaim claims;
    private final Authorizations authorizations;
    private final AnswerWork work;
    private final AuthorizationRules rules;
    private final PasChannel payers;
    private final Clock clock;

    PasDesk(Parts parts, PasChannel payers, Clock clock) {
        this.parts = parts;
        this.fhir = parts.fhir();
        this.responses = parts.daos().getResourceDao(ClaimResponse.class);
        this.transactions = parts.transactions();
        this.claims = parts.claims();
        this.authorizations = parts.authorizations();
        this.work = parts.work();
        this.rules = parts.rules();
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
            AnswerWork work,
            PayerGate gate) {}

    /**
     * Asks for what a Claim asks for, alone or first in a Bundle with what it refers to. The answer to a Bundle is a Bundle.
     *
     * @throws UnprocessableEntityException with everything that the payer would miss; nothing is stored or asked then
     */
    @Override
    public Resource request(Resource request) {
        return request instanceof Bundle bundle ? answer(submit(bundle)) : submit((Claim) request);
    }

    private static Bundle answer(ClaimResponse response) {
        Bundle answer = new Bundle().setType(Bundle.BundleType.COLLECTION);
        answer.setTimestamp(response.getMeta().getLastUpdated());
        answer.addEntry()
                .setFullUrl("urn:uuid:" + response.getIdElement().getIdPart())
                .setResource(response);
        return answer;
    }

    ClaimResponse submit(Bundle bundle) {
        if (!(bundle.getEntryFirstRep().getResource() instanceof Claim claim)) {
            throw refusal(List.of(new InputProblem(
                    "structure",
                    "Bundle.entry[0]",
                    "The first entry is not a Claim.",
                    "Send the Claim first, then the resources that it refers to.")));
        }
        Map<String, JsonNode> sent = new HashMap<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            Resource resource = entry.getResource();
            if (resource != null) {
                JsonNode json = authorizations.json(resource);
                sent.put(String.valueOf(entry.getFullUrl()), json);
                sent.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), json);
            }
        }
        written(authorizations.json(claim), name -> Optional.ofNullable(sent.get(name))
                .or(() -> stored(name)));
        return ask(claims.keep(bundle));
    }

    ClaimResponse submit(Claim claim) {
        written(authorizations.json(claim), this::stored);
        return ask(claims.keep(claim));
    }

    private Optional<JsonNode> stored(String reference) {
        return authorizations.read(reference).map(authorizations::json);
    }

    private PasRequest written(JsonNode claim, Function<String, Optional<JsonNode>> resources) {
        try {
            return new PasRequestWriter(rules, resources).write(claim, clock.instant());
        } catch (BadInput incomplete) {
            throw refusal(incomplete.problems());
        }
    }

    private ClaimResponse ask(Claim stored) {
        JsonNode claim = authorizations.json(stored);
        PasRequest request = written(claim, this::stored);
        List<String> payer = payer(claim);
        permitted(claim, payer);
        String notice = parts.gate().notice(claim, payer);
        request = notice.isEmpty() ? request : request.saying(notice);
        PasAnswer answer = payers.ask(payer, request.bundle().toString().getBytes(StandardCharsets.UTF_8));
        parts.gate().asked(claim, payer);
        Optional<ObjectNode> said = answer.kind() == PasAnswer.Kind.ANSWERED
                ? PasAnswerReader.read(answer.bundle(), claim)
                : Optional.empty();
        return keep(claim, answer, said);
    }

    /** Why the payer may not be told is something for a person to do, and stays so after the refusal. */
    private void permitted(JsonNode claim, List<String> payer) {
        Optional<Finding> objection = parts.gate().objection(claim, payer);
        transactions.withRequest(new SystemRequestDetails()).execute(status -> {
            work.permit(claim, objection);
            return status;
        });
        objection.ifPresent(why -> {
            throw refusal(List.of(new InputProblem("suppressed", "Claim", why.message(), why.fix())));
        });
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
