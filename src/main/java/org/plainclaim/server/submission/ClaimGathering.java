package org.plainclaim.server.submission;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.submission.ReadSubmission;
import org.plainclaim.fhir.submission.SubmissionReader;
import org.plainclaim.submission.ClaimNumber;

/** Loads a claim with everything that it takes to send it: from the store, or from what was sent along. */
public final class ClaimGathering {
    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final SubmissionReader reader;

    public ClaimGathering(FhirContext fhir, DaoRegistry daos, SubmissionReader reader) {
        this.fhir = fhir;
        this.daos = daos;
        this.reader = reader;
    }

    /**
     * A stored claim with its parties, coverages, prices and the answers that payers gave to it.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is no such claim
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceGoneException if it was deleted
     */
    public GatheredClaim stored(String id) {
        return stored(id, claim -> {});
    }

    /**
     * The same as it would be after a change, such as another focal coverage; nothing is stored. The number of the claim
     * (CLM01) is its own, else one made from its id and version.
     */
    public GatheredClaim stored(String id, Consumer<ObjectNode> change) {
        GatheredResources resources = new GatheredResources(fhir, daos);
        Claim claim = daos.getResourceDao(Claim.class).read(new IdType("Claim", id), new SystemRequestDetails());
        ObjectNode json = resources.add(claim);
        change.accept(json);
        resources.follow();
        referring(resources, "Claim/" + id);
        prices(resources, json);
        resources.follow();
        ObjectNode bundle = resources.bundle();
        String number = ClaimNumber.of("Claim/" + id, claim.getIdElement().getVersionIdPart());
        return gathered(bundle, number, resources.versions());
    }

    /** A claim that is not stored, with an id, among what is: its parties, coverages and prices. */
    public GatheredClaim among(Claim claim) {
        GatheredResources resources = new GatheredResources(fhir, daos);
        ObjectNode json = resources.add(claim);
        resources.follow();
        prices(resources, json);
        resources.follow();
        return gathered(resources.bundle(), ClaimNumber.of(claim.getId(), ""), Map.of());
    }

    private void referring(GatheredResources resources, String claim) {
        resources.search("ClaimResponse", "request", references(List.of(claim)));
        List<String> earlier = resources.references("Claim");
        if (earlier.size() > 1) {
            resources.search("ClaimResponse", "request", references(earlier));
        }
        List<String> patients = resources.references("Patient");
        if (!patients.isEmpty()) {
            resources.search("Coverage", "beneficiary", references(patients.subList(0, 1)));
        }
        List<String> people = resources.references("Practitioner");
        if (!people.isEmpty()) {
            resources.search("PractitionerRole", "practitioner", references(people));
        }
    }

    private static ReferenceOrListParam references(List<String> references) {
        ReferenceOrListParam any = new ReferenceOrListParam();
        references.forEach(reference -> any.add(new ReferenceParam(reference)));
        return any;
    }

    /** Prices are looked for only where an item has none. */
    private static void prices(GatheredResources resources, JsonNode claim) {
        TokenOrListParam codes = new TokenOrListParam();
        for (JsonNode item : claim.path("item")) {
            if (!item.has("net") && !item.has("unitPrice")) {
                for (JsonNode coding : item.path("productOrService").path("coding")) {
                    if (Systems.procedureCodes(coding.path("system").asText())) {
                        codes.add(new TokenParam(null, coding.path("code").asText()));
                    }
                }
            }
        }
        if (!codes.getValuesAsQueryTokens().isEmpty()) {
            resources.search("ChargeItemDefinition", "code", codes);
        }
    }

    /**
     * A claim that was sent along, in a Bundle or in Parameters with one or with resources; the store is not asked.
     *
     * @throws BadInput if there is no Claim in it
     */
    public GatheredClaim sent(JsonNode document) throws BadInput {
        JsonNode bundle = bundle(document);
        return read(bundle, ClaimNumber.of("sent", bundle.toString()), Map.of());
    }

    private static JsonNode bundle(JsonNode document) {
        if (!document.path("resourceType").asText().equals("Parameters")) {
            return document;
        }
        ObjectNode bundle = Nodes.resource("Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        for (JsonNode parameter : document.path("parameter")) {
            JsonNode resource = parameter.path("resource");
            if (resource.path("resourceType").asText().equals("Bundle")) {
                resource.path("entry").forEach(entries::add);
            } else if (resource.isObject()) {
                entries.addObject().set("resource", resource);
            }
        }
        return bundle;
    }

    private GatheredClaim gathered(JsonNode bundle, String number, Map<String, String> versions) {
        try {
            return read(bundle, number, versions);
        } catch (BadInput e) {
            throw new IllegalStateException("the claim is in the bundle", e);
        }
    }

    private GatheredClaim read(JsonNode bundle, String number, Map<String, String> versions) throws BadInput {
        ReadSubmission read = reader.read(bundle, number);
        return new GatheredClaim(read.claim(), read.submission(), read.problems(), versions, bundle);
    }
}
