package org.plainclaim.server.answers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.InsuranceComponent;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.RemittanceOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.fhir.AnswerReferences;
import org.plainclaim.x12.remittance.SentLine;

/** Reads claims from the store and puts answers there, under ids that are always the same for the same answer. */
final class AnswerStore {
    private final FhirContext fhir;
    private final DaoRegistry daos;

    AnswerStore(FhirContext fhir, DaoRegistry daos) {
        this.fhir = fhir;
        this.daos = daos;
    }

    /** An id made from what an answer is known by. */
    static String id(String type, String known) {
        return UUID.nameUUIDFromBytes((type + "|" + known).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What an answer to a claim refers to; empty if the store does not have the Claim any more. */
    Optional<AnswerReferences> references(SentRecord sent) {
        return claim(sent.claim()).map(claim -> references(sent, claim));
    }

    private AnswerReferences references(SentRecord sent, Claim claim) {
        boolean later = sent.order() > 1;
        String insurer = later ? insurer(sent.response()) : "";
        String coverage = later ? laterCoverage(claim, sent.order(), insurer) : firstCoverage(claim);
        if (insurer.isEmpty()) {
            insurer = later ? payor(coverage) : text(claim.getInsurer());
        }
        String type = claim.getType().getCodingFirstRep().getCode();
        return new AnswerReferences(
                sent.claim(),
                type == null ? "professional" : type,
                text(claim.getPatient()),
                insurer.isEmpty() ? text(claim.getInsurer()) : insurer,
                text(claim.getProvider()),
                coverage,
                sent.sent().lines().stream().map(SentLine::control).toList());
    }

    /** The first payer's coverage is the focal one. */
    private static String firstCoverage(Claim claim) {
        return text(claim.getInsurance().stream()
                .filter(InsuranceComponent::getFocal)
                .findFirst()
                .orElseGet(claim::getInsuranceFirstRep)
                .getCoverage());
    }

    /** Those behind it stand on the claim in their order, or only on file. */
    private String laterCoverage(Claim claim, int order, String insurer) {
        return claim.getInsurance().stream()
                .filter(one -> one.getSequence() == order)
                .findFirst()
                .map(one -> text(one.getCoverage()))
                .orElseGet(() -> coverageOnFile(text(claim.getPatient()), insurer));
    }

    private String coverageOnFile(String patient, String insurer) {
        if (patient.isEmpty() || insurer.isEmpty()) {
            return "";
        }
        SearchParameterMap wanted = SearchParameterMap.newSynchronous("beneficiary", new ReferenceParam(patient))
                .add("payor", new ReferenceParam(insurer))
                .add("status", new TokenParam("active"));
        return daos.getResourceDao(Coverage.class).search(wanted, new SystemRequestDetails()).getAllResources().stream()
                .findFirst()
                .map(found -> found.getIdElement().toUnqualifiedVersionless().getValue())
                .orElse("");
    }

    private String payor(String coverage) {
        if (coverage.isEmpty()) {
            return "";
        }
        try {
            return text(daos.getResourceDao(Coverage.class)
                    .read(new IdType(coverage), new SystemRequestDetails())
                    .getPayorFirstRep());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return "";
        }
    }

    private static String text(Reference reference) {
        return reference.getReference() == null ? "" : reference.getReference();
    }

    private Optional<Claim> claim(String reference) {
        try {
            return Optional.of(
                    daos.getResourceDao(Claim.class).read(new IdType(reference), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    /** Who insures, as an answer says; empty if it does not, or is gone. */
    String insurer(String response) {
        if (response.isEmpty()) {
            return "";
        }
        try {
            return text(daos.getResourceDao(ClaimResponse.class)
                    .read(new IdType(response), new SystemRequestDetails())
                    .getInsurer());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return "";
        }
    }

    /**
     * Stores a resource under an id; what nobody knows the reference of is named instead.
     *
     * @param payer name of the payer
     * @return its reference
     */
    String put(ObjectNode json, String id, String payer) {
        for (String name : List.of("insurer", "paymentIssuer", "requestor", "provider")) {
            named(json, name, name.equals("insurer") || name.equals("paymentIssuer") ? payer : "not stated");
        }
        for (JsonNode insurance : json.path("insurance")) {
            named((ObjectNode) insurance, "coverage", "not stated");
        }
        IBaseResource resource =
                fhir.newJsonParser().parseResource(json.put("id", id).toString());
        update(resource);
        return json.get("resourceType").asText() + "/" + id;
    }

    private static void named(ObjectNode json, String name, String display) {
        if (json.path(name).path("reference").asText("-").isEmpty()) {
            json.putObject(name).put("display", display);
        }
    }

    @SuppressWarnings("unchecked")
    private <T extends IBaseResource> void update(T resource) {
        daos.getResourceDao((Class<T>) resource.getClass()).update(resource, new SystemRequestDetails());
    }

    /** Says at the answer that the submission got why it was refused before anybody looked at the claim. */
    void reject(String response, String disposition, List<String> codes) {
        try {
            var dao = daos.getResourceDao(ClaimResponse.class);
            ClaimResponse stored =
                    dao.read(new IdType(response), new SystemRequestDetails()).copy();
            stored.setOutcome(RemittanceOutcome.ERROR);
            stored.setDisposition(disposition);
            stored.setError(null);
            codes.forEach(code -> stored.addError().setCode(new CodeableConcept().setText(code)));
            dao.update(stored, new SystemRequestDetails());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            // the thing to do says it
        }
    }

    /** Says at the answer that the submission got how it ended; the amounts stand in the answer of the remittance. */
    void complete(String response, String disposition) {
        try {
            var dao = daos.getResourceDao(ClaimResponse.class);
            ClaimResponse stored =
                    dao.read(new IdType(response), new SystemRequestDetails()).copy();
            stored.setOutcome(RemittanceOutcome.COMPLETE);
            stored.setDisposition(disposition);
            stored.setError(null);
            dao.update(stored, new SystemRequestDetails());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            // the answer of the remittance stands for itself
        }
    }
}
