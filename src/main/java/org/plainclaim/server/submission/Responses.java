package org.plainclaim.server.submission;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.ClaimResponseStatus;
import org.hl7.fhir.r4.model.ClaimResponse.RemittanceOutcome;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.Systems;

/** The ClaimResponse of each attempt to submit a version of a Claim; it is always the same one. */
final class Responses {
    private static final String QUEUED = "Goes to the payer with the next interchange.";

    private final IFhirResourceDao<ClaimResponse> responses;
    private final Clock clock;

    Responses(DaoRegistry daos, Clock clock) {
        this.responses = daos.getResourceDao(ClaimResponse.class);
        this.clock = clock;
    }

    /**
     * What a response is about.
     *
     * @param claim the stored Claim
     * @param gathered the same with everything that it refers to
     * @param attempt 1, and one more for each time that this version goes out again
     */
    record About(Claim claim, GatheredClaim gathered, int attempt) {
        String reference() {
            return "Claim/" + claim.getIdElement().getIdPart();
        }

        long version() {
            return claim.getIdElement().getVersionIdPartAsLong();
        }

        /** Reference of the one response to this attempt with this version for this coverage. */
        String response() {
            String name = reference() + "|" + version() + "|"
                    + gathered.submission().cover().order()
                    + (attempt == 1 ? "" : "|" + attempt);
            return "ClaimResponse/" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    ClaimResponse read(String reference) {
        return responses.read(new IdType(reference), new SystemRequestDetails());
    }

    /** The claim waits to be sent, or is held. */
    ClaimResponse queued(About about, String number, @Nullable Hold hold) {
        ClaimResponse response = begun(about).setOutcome(RemittanceOutcome.QUEUED);
        response.addIdentifier(new Identifier().setSystem(Systems.CLAIM_NUMBER).setValue(number));
        standing(response, hold, "");
        return put(response);
    }

    /** The claim does not leave. */
    ClaimResponse refused(About about, List<Objection> objections) {
        ClaimResponse response = begun(about).setOutcome(RemittanceOutcome.ERROR);
        response.setDisposition(
                "Not sent: " + objections.size() + (objections.size() == 1 ? " check" : " checks") + " failed.");
        for (Objection objection : objections) {
            ClaimResponse.ErrorComponent error = response.addError();
            if (objection.line() > 0) {
                error.setItemSequence(objection.line());
            }
            error.getCode()
                    .setText(objection.message())
                    .addCoding()
                    .setSystem(Systems.RULE)
                    .setCode(objection.rule());
            if (!objection.fix().isEmpty()) {
                note(response, objection.rule() + ": " + objection.fix());
            }
        }
        return put(response);
    }

    /** The claim is held, or is not held any more (null). */
    void standing(String reference, @Nullable Hold hold, String detail) {
        ClaimResponse response = read(reference);
        if (response.getOutcome() == RemittanceOutcome.QUEUED) {
            response.getProcessNote().clear();
            standing(response, hold, detail);
            put(response);
        }
    }

    /** Says what was left off what is sent. */
    ClaimResponse leftOff(String reference, List<Finding> findings) {
        ClaimResponse response = read(reference);
        findings.stream()
                .map(finding -> finding.rule() + ": " + finding.message())
                .distinct()
                .forEach(text -> note(response, text));
        return put(response);
    }

    /** The claim was taken back before it left. */
    ClaimResponse withdrawn(String reference) {
        ClaimResponse response = read(reference).setStatus(ClaimResponseStatus.CANCELLED);
        response.setDisposition("Taken back before it was sent.");
        return put(response);
    }

    private static void standing(ClaimResponse response, @Nullable Hold hold, String detail) {
        response.setDisposition(hold == null ? QUEUED : "Held: " + hold.message());
        if (hold != null) {
            note(response, hold.fix());
            if (!detail.isEmpty()) {
                note(response, detail);
            }
        }
    }

    private static void note(ClaimResponse response, String text) {
        response.addProcessNote().setNumber(response.getProcessNote().size()).setText(text);
    }

    private ClaimResponse begun(About about) {
        Claim claim = about.claim();
        ClaimResponse response = new ClaimResponse();
        response.setId(about.response());
        response.setStatus(ClaimResponseStatus.ACTIVE);
        response.setType(claim.getType());
        response.setUse(ClaimResponse.Use.CLAIM);
        response.setPatient(new Reference(claim.getPatient().getReference()));
        response.setCreatedElement(created(about.response()));
        response.setInsurer(insurer(about));
        response.setRequestor(claim.getProvider());
        response.setRequest(new Reference(about.reference()));
        return response;
    }

    /** Asked again, it was still made when it was made. */
    private DateTimeType created(String reference) {
        try {
            return read(reference).getCreatedElement();
        } catch (ResourceNotFoundException none) {
            return new DateTimeType(LocalDate.now(clock).toString());
        }
    }

    /** Who pays by the coverage that the claim goes to; a secondary payer is not the insurer that the Claim names. */
    private static Reference insurer(About about) {
        String coverage = FocalCoverage.named(about.gathered().claim());
        Optional<String> payor = Optional.empty();
        for (JsonNode entry : about.gathered().bundle().path("entry")) {
            JsonNode resource = entry.path("resource");
            String reference = resource.path("resourceType").asText() + "/"
                    + resource.path("id").asText();
            if (FocalCoverage.same(reference, coverage)) {
                payor = Optional.of(resource.at("/payor/0/reference").asText());
            }
        }
        return payor.filter(reference -> !reference.isEmpty())
                .map(Reference::new)
                .orElse(about.claim().getInsurer());
    }

    private ClaimResponse put(ClaimResponse response) {
        return (ClaimResponse)
                responses.update(response, new SystemRequestDetails()).getResource();
    }
}
