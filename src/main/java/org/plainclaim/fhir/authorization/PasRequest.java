package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.plainclaim.fhir.Nodes;

/**
 * What a payer is asked.
 *
 * @param bundle Bundle with the Claim first, as Da Vinci PAS wants it
 * @param names what stands in the Bundle for each resource, by its own reference
 */
public record PasRequest(ObjectNode bundle, Map<String, String> names) {
    public PasRequest {
        names = Map.copyOf(names);
    }

    /** The same with a message to the payer, in the slice of {@code supportingInfo} that PAS has for it. */
    public PasRequest saying(String message) {
        ObjectNode said = bundle.deepCopy();
        ObjectNode info = ((ObjectNode) said.at("/entry/0/resource"))
                .withArray("supportingInfo")
                .addObject();
        info.put("sequence", said.at("/entry/0/resource/supportingInfo").size());
        info.set("category", Nodes.concept(Pas.INFORMATION, "freeFormMessage"));
        info.put("valueString", message);
        return new PasRequest(said, names);
    }
}
