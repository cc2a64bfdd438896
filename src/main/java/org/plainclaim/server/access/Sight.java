package org.plainclaim.server.access;

import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;
import org.plainclaim.access.Interaction;

/** What a caller may do with a resource that is at hand. */
record Sight(Gate gate, Instances instances) {
    /** Whether the caller may see it, read by its id or found. */
    boolean shows(Caller caller, IBaseResource resource) {
        return may(caller, resource, Interaction.READ, Interaction.SEARCH);
    }

    /** Whether the caller may do one of these with it. */
    boolean may(Caller caller, IBaseResource resource, Interaction... interactions) {
        return caller.isOurs()
                || Stream.of(interactions).anyMatch(interaction -> {
                    Decision decision = gate.look(caller, Asked.to(interaction, resource.fhirType()));
                    return decision.allowed() && instances.reaches(caller, decision.reach(), resource);
                });
    }
}
