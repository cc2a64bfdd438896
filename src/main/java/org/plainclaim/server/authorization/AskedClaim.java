package org.plainclaim.server.authorization;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Stores the Claim of a request for authorization, with what was sent along and is not stored yet. */
final class AskedClaim {
    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final Authorizations stored;

    AskedClaim(FhirContext fhir, DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, Authorizations stored) {
        this.fhir = fhir;
        this.daos = daos;
        this.system = system;
        this.stored = stored;
    }

    /** The id of a Claim that has none: the same for the same identifier, so that asking again is no second request. */
    private static String id(Claim claim) {
        if (claim.getIdElement().hasIdPart()
                && !claim.getIdElement().getIdPart().startsWith("urn:")) {
            return claim.getIdElement().getIdPart();
        }
        Identifier identifier = claim.getIdentifierFirstRep();
        return identifier.hasValue()
                ? UUID.nameUUIDFromBytes(("preauthorization|" + identifier.getSystem() + "|" + identifier.getValue())
                                .getBytes(StandardCharsets.UTF_8))
                        .toString()
                : UUID.randomUUID().toString();
    }

    /** A Claim that came alone. */
    Claim keep(Claim claim) {
        claim.setId(new IdType("Claim", id(claim)));
        return (Claim) daos.getResourceDao(Claim.class)
                .update(claim, new SystemRequestDetails())
                .getResource();
    }

    /**
     * A Claim that came first in a Bundle. What is stored under its own reference stays as it is; the rest is found again by
     * its identifier, or stored.
     */
    Claim keep(Bundle sent) {
        Claim claim = (Claim) sent.getEntryFirstRep().getResource();
        String id = id(claim);
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Map<String, String> known = new HashMap<>();
        for (BundleEntryComponent entry :
                sent.getEntry().subList(1, sent.getEntry().size())) {
            known.putAll(add(transaction, entry));
        }
        claim.setId(new IdType("Claim", id));
        transaction
                .addEntry()
                .setFullUrl("urn:uuid:" + UUID.randomUUID())
                .setResource(claim)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Claim/" + id);
        transaction.getEntry().forEach(entry -> rename(entry.getResource(), known));
        system.transaction(new SystemRequestDetails(), transaction);
        return daos.getResourceDao(Claim.class).read(new IdType("Claim", id), new SystemRequestDetails());
    }

    /** The names of a resource that is stored already, each with its reference. */
    private Map<String, String> add(Bundle transaction, BundleEntryComponent entry) {
        Resource resource = entry.getResource();
        String type = resource.fhirType();
        String reference = type + "/" + resource.getIdElement().getIdPart();
        String url = String.valueOf(entry.getFullUrl());
        if (stored.read(reference).isPresent()) {
            return Map.of(url, reference);
        }
        if (!daos.isResourceTypeSupported(type)) {
            return Map.of();
        }
        String stands = "urn:uuid:" + UUID.randomUUID();
        BundleEntryComponent own = transaction.addEntry().setFullUrl(stands).setResource(resource);
        own.getRequest().setMethod(HTTPVerb.POST).setUrl(type);
        identifiers(resource).stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .findFirst()
                .ifPresent(identifier -> own.getRequest()
                        .setIfNoneExist("identifier=" + identifier.getSystem() + "|" + identifier.getValue()));
        resource.setId((String) null);
        return Map.of(url, stands, reference, stands);
    }

    private static List<Identifier> identifiers(Resource resource) {
        return resource.listChildrenByName("identifier").stream()
                .filter(Identifier.class::isInstance)
                .map(Identifier.class::cast)
                .toList();
    }

    private void rename(Resource resource, Map<String, String> known) {
        fhir.newTerser()
                .getAllPopulatedChildElementsOfType(resource, Reference.class)
                .forEach(reference -> {
                    String now = known.get(String.valueOf(reference.getReference()));
                    if (now != null) {
                        reference.setReference(now);
                        reference.setResource(null);
                    }
                });
    }
}
