package org.plainclaim.server.audit;

import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Which patient a resource is about, and how it is named. */
final class PatientOf {
    private static final List<String> ELEMENTS = List.of("subject", "patient", "beneficiary", "for");

    private PatientOf() {}

    /** Reference of the patient; empty if it is about none. */
    static String resource(IBaseResource resource) {
        if (resource instanceof Patient patient) {
            return "Patient/" + patient.getIdElement().getIdPart();
        }
        for (String element : ELEMENTS) {
            Property property = ((Resource) resource).getNamedProperty(element);
            if (property != null) {
                for (Base value : property.getValues()) {
                    if (value instanceof Reference reference
                            && "Patient".equals(reference.getReferenceElement().getResourceType())) {
                        return "Patient/" + reference.getReferenceElement().getIdPart();
                    }
                }
            }
        }
        return "";
    }

    /** Type and id. */
    static String reference(IBaseResource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** Type, id and version, where it has one. */
    static String versioned(IBaseResource resource) {
        String version = resource.getIdElement().getVersionIdPart();
        if (version == null) {
            version = resource.getMeta().getVersionId();
        }
        return reference(resource) + (version == null ? "" : "/_history/" + version);
    }
}
