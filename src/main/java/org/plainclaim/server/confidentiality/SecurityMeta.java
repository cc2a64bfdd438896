package org.plainclaim.server.confidentiality;

import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseCoding;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.fhir.confidentiality.LabelSystems;

/** Labels in {@code meta.security}. */
final class SecurityMeta {
    private SecurityMeta() {}

    /** The codes of a resource's labels; a coding of another system is the sender's own, and means nothing here. */
    static Set<String> codes(IBaseResource resource) {
        Set<String> codes = new TreeSet<>();
        for (IBaseCoding coding : resource.getMeta().getSecurity()) {
            if (coding.getCode() != null && LabelSystems.known(String.valueOf(coding.getSystem()))) {
                codes.add(coding.getCode());
            }
        }
        return codes;
    }

    /** Adds what is not there. */
    static void add(Resource resource, Iterable<String> codes) {
        Set<String> there = codes(resource);
        for (String code : codes) {
            if (there.add(code)) {
                resource.getMeta()
                        .addSecurity()
                        .setSystem(LabelSystems.of(code))
                        .setCode(code);
            }
        }
    }
}
