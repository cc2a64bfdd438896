package org.plainclaim.server.authorization;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.authorization.PasAnswerReader;
import org.plainclaim.fhir.authorization.PasAnswerWriter;
import org.plainclaim.fhir.authorization.PasRequest;
import org.plainclaim.fhir.authorization.PasRequestWriter;

/** Asks payers what became of requests, and keeps what they say as the answer to the request. */
final class PasInquiries {
    private final PasDesk.Parts parts;
    private final PasAsking asking;
    private final PasAnswers answers;
    private final Clock clock;

    PasInquiries(PasDesk.Parts parts, PasAsking asking, PasAnswers answers, Clock clock) {
        this.parts = parts;
        this.asking = asking;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Asks; what the payer says takes the place of what it said before.
     *
     * @param request the Claim, or a Bundle with it first
     * @throws ResourceNotFoundException if no such request is stored
     * @throws ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException if the payer may not be told, or does not
     *     answer; what it said before stays
     */
    Parameters inquire(Resource request) {
        JsonNode claim = stored(request);
        PasRequest question = question(claim);
        PasAnswer answer = asking.ask(claim, question, PasAct.INQUIRE);
        if (answer.kind() != PasAnswer.Kind.ANSWERED) {
            throw parts.refusal(List.of(new InputProblem(
                    "transient",
                    "Claim.insurer",
                    answer.problem(),
                    "Ask again later, or see to it that the payer can be asked; what it said before stays.")));
        }
        Optional<ObjectNode> said = PasAnswerReader.inquired(answer.bundle(), claim);
        Parameters answered = new Parameters();
        if (said.isPresent()) {
            ClaimResponse kept = answers.keep(claim, answer, said);
            answered.addParameter().setName("return").setResource(bundle(kept, question));
        }
        return answered;
    }

    private Bundle bundle(ClaimResponse kept, PasRequest question) {
        JsonNode response = parts.authorizations().json(kept);
        return answers.bundle(PasAnswerWriter.inquired(response, question, clock.instant()), kept);
    }

    private PasRequest question(JsonNode claim) {
        Authorizations known = parts.authorizations();
        try {
            return new PasRequestWriter(
                            parts.rules(), reference -> known.read(reference).map(known::json))
                    .inquiry(claim, clock.instant());
        } catch (BadInput incomplete) {
            throw parts.refusal(incomplete.problems());
        }
    }

    /** By its id, else by its identifier, under which it went out. */
    private JsonNode stored(Resource request) {
        Resource first =
                request instanceof Bundle bundle ? bundle.getEntryFirstRep().getResource() : request;
        if (!(first instanceof Claim claim)) {
            throw parts.refusal(List.of(new InputProblem(
                    "structure",
                    "Bundle.entry[0]",
                    "The first entry is not a Claim.",
                    "Send the Claim of the request first.")));
        }
        Authorizations known = parts.authorizations();
        Identifier identifier = claim.getIdentifierFirstRep();
        return known.read("Claim/" + claim.getIdElement().getIdPart())
                .map(known::json)
                .or(() -> identifier.hasSystem() && identifier.hasValue()
                        ? known.claim(identifier.getSystem(), identifier.getValue())
                        : Optional.empty())
                .orElseThrow(() -> new ResourceNotFoundException(
                        "No request for authorization with this id or identifier is stored; submit it first."));
    }
}
