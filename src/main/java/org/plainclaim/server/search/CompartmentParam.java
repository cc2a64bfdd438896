package org.plainclaim.server.search;

import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.List;

/** A reference to the owner of a compartment through any of several elements. */
final class CompartmentParam extends ReferenceParam {
    private static final long serialVersionUID = 1;

    private final String carrier;
    private final transient List<String> paths;

    CompartmentParam(String owner, String carrier, List<String> paths) {
        super(owner);
        this.carrier = carrier;
        this.paths = List.copyOf(paths);
    }

    /** One of the type's own parameters, under which HAPI takes the criterion. */
    String carrier() {
        return carrier;
    }

    List<String> paths() {
        return paths;
    }
}
