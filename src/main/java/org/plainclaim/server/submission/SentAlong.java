package org.plainclaim.server.submission;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/**
 * Stores a Claim that was sent along, with what came with it, so that the same one sent again is the same stored Claim.
 *
 * <p>A resource is known by its id, else by its first identifier, else by what it says.
 */
final class SentAlong {
    private final FhirContext fhir;
    private final IFhirSystemDao<Bundle, Meta> system;

    SentAlong(FhirContext fhir, IFhirSystemDao<Bundle, Meta> system) {
        this.fhir = fhir;
        this.system = system;
    }

    /** Stores it all, or nothing; the answer is the id of the Claim. */
    String store(Resource sent, Claim claim) {
        List<BundleEntryComponent> entries = sent instanceof Bundle bundle
                ? bundle.getEntry()
                : List.of(new BundleEntryComponent().setResource(sent));
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        int place = 0;
        for (BundleEntryComponent entry : entries) {
            if (entry.hasResource()) {
                transaction.addEntry(entry(entry));
                place = entry.getResource() == claim ? transaction.getEntry().size() - 1 : place;
            }
        }
        Bundle stored = system.transaction(new SystemRequestDetails(), transaction);
        return new IdType(stored.getEntry().get(place).getResponse().getLocation()).getIdPart();
    }

    private BundleEntryComponent entry(BundleEntryComponent sent) {
        Resource resource = sent.getResource();
        String type = resource.fhirType();
        BundleEntryComponent entry = new BundleEntryComponent().setResource(resource);
        entry.setFullUrl(sent.hasFullUrl() ? sent.getFullUrl() : "urn:uuid:" + UUID.randomUUID());
        Identifier identifier = identifier(resource);
        if (resource.hasIdElement()
                && resource.getIdElement().hasIdPart()
                && !resource.getId().startsWith("urn:")) {
            put(entry, type + "/" + resource.getIdElement().getIdPart());
        } else if (!identifier.hasValue()) {
            put(entry, type + "/" + byContent(resource));
        } else if (resource instanceof Claim) {
            put(entry, type + "?" + query(identifier));
        } else {
            // what is on file of people and practices is not changed by a claim about them
            entry.getRequest().setMethod(HTTPVerb.POST).setUrl(type).setIfNoneExist(query(identifier));
        }
        return entry;
    }

    private static void put(BundleEntryComponent entry, String url) {
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
    }

    private static String query(Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        return "identifier=" + escaped(system) + "|" + escaped(identifier.getValue());
    }

    private static String escaped(String text) {
        String plain = text.replaceAll("([,$|\\\\])", "\\\\$1");
        return java.net.URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }

    private static Identifier identifier(Resource resource) {
        Property property = resource.getNamedProperty("identifier");
        return property != null && property.hasValues() && property.getValues().get(0) instanceof Identifier first
                ? first
                : new Identifier();
    }

    private String byContent(Resource resource) {
        String text = fhir.newJsonParser().encodeResourceToString(resource);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
