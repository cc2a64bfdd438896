package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

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
}
