package org.plainclaim.server.audit;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** The stored resources that an answer gives out, however deep they lie in it. */
final class GivenOut {
    private final List<Resource> found = new ArrayList<>();

    private GivenOut() {}

    static List<Resource> of(Resource answer) {
        GivenOut given = new GivenOut();
        given.add(answer);
        return given.found;
    }

    private void add(Resource resource) {
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> {
                if (entry.getResource() != null) {
                    add(entry.getResource());
                }
            });
        } else if (resource instanceof Parameters parameters) {
            parameters.getParameter().forEach(this::add);
        } else if (!(resource instanceof OperationOutcome)
                && resource.getIdElement().hasIdPart()) {
            found.add(resource);
        }
    }

    private void add(Parameters.ParametersParameterComponent parameter) {
        if (parameter.getResource() != null) {
            add(parameter.getResource());
        }
        parameter.getPart().forEach(this::add);
    }
}
