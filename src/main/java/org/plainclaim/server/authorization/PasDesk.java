package org.plainclaim.server.authorization;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.authorization.PasAnswerReader;
import org.plainclaim.fhir.authorization.PasAnswerWriter;
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
    private final AskedClaim claims;
    private final Authorizations authorizations;
    private final PasAsking asking;
    private final PasAnswers answers;
    private final PasInquiries inquiries;
    private final Clock clock;

    PasDesk(Parts parts, PasChannel payers, Clock clock) {
        this.parts = parts;
        this.claims = parts.claims();
        this.authorizations = parts.authorizations();
        this.asking = new PasAsking(parts, payers);
        this.answers = new PasAnswers(parts, clock);
        this.inquiries = new PasInquiries(parts, asking, answers, clock);
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
            PayerGate gate) {
        UnprocessableEntityException refusal(List<InputProblem> problems) {
            UnprocessableEntityException answer =
                    new UnprocessableEntityException("This is no complete request for authorization.");
            String issues = IssueWriter.problems(problems).toString();
            answer.setOperationOutcome(fhir.newJsonParser().parseResource(OperationOutcome.class, issues));
            return answer;
        }
    }

    /**
     * Asks for what a Claim asks for, alone or first in a Bundle with what it refers to. The answer to a Bundle is a Bundle.
     *
     * @throws UnprocessableEntityException with everything that the payer would miss; nothing is stored or asked then
     */
    @Override
    public Resource request(Resource request) {
        return request instanceof Bundle bundle ? answer(asked(bundle)) : submit((Claim) request);
    }

    @Override
    public Parameters inquire(Resource request) {
        return inquiries.inquire(request);
    }

    private Bundle answer(Asked asked) {
        JsonNode response = authorizations.json(asked.response());
        return answers.bundle(PasAnswerWriter.answer(response, asked.request(), clock.instant()), asked.response());
    }

    ClaimResponse submit(Bundle bundle) {
        return asked(bundle).response();
    }

    private Asked asked(Bundle bundle) {
        if (!(bundle.getEntryFirstRep().getResource() instanceof Claim claim)) {
            throw parts.refusal(List.of(new InputProblem(
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
        return ask(claims.keep(claim)).response();
    }

    private Optional<JsonNode> stored(String reference) {
        return authorizations.read(reference).map(authorizations::json);
    }

    private PasRequest written(JsonNode claim, Function<String, Optional<JsonNode>> resources) {
        try {
            return new PasRequestWriter(parts.rules(), resources).write(claim, clock.instant());
        } catch (BadInput incomplete) {
            throw parts.refusal(incomplete.problems());
        }
    }

    private Asked ask(Claim stored) {
        JsonNode claim = authorizations.json(stored);
        PasRequest request = written(claim, this::stored);
        PasAnswer answer = asking.ask(claim, request, PasAct.SUBMIT);
        Optional<ObjectNode> said = answer.kind() == PasAnswer.Kind.ANSWERED
                ? PasAnswerReader.read(answer.bundle(), claim)
                : Optional.empty();
        return new Asked(answers.keep(claim, answer, said), request);
    }

    /** A request that was put, and the answer that is kept. */
    private record Asked(ClaimResponse response, PasRequest request) {}
}
