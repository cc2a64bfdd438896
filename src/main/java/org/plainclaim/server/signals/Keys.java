package org.plainclaim.server.signals;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Who or what is referred to, as one text: {@code Practitioner/1}, or {@code system|value} of an identifier. */
final class Keys {
    /** As long as a column; FHIR does not limit an identifier. */
    static final int LONGEST = 400;

    private Keys() {}

    /** The key of a reference; empty if it has none, leads into its own resource, or is too long. */
    static String of(Reference reference) {
        String key = reference.hasReference()
                ? literal(reference.getReference())
                : reference.hasIdentifier() ? of(reference.getIdentifier()) : "";
        return key.length() > LONGEST || key.startsWith("#") ? "" : key;
    }

    static String of(Identifier identifier) {
        return identifier.hasValue()
                ? (identifier.hasSystem() ? identifier.getSystem() : "") + "|" + identifier.getValue()
                : "";
    }

    static String of(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static String literal(String reference) {
        IdType id = new IdType(reference);
        return id.hasResourceType() && !id.isAbsolute() ? id.getResourceType() + "/" + id.getIdPart() : reference;
    }
}
