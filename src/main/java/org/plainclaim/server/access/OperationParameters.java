package org.plainclaim.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/** Whether an operation is told anything besides the resource that it is called on. */
final class OperationParameters {
    private OperationParameters() {}

    static boolean areSent(RequestDetails request) {
        boolean inAddress = request.getParameters().keySet().stream().anyMatch(name -> !name.startsWith("_"));
        byte[] body = request.loadRequestContents();
        return inAddress || (body != null && body.length > 0 && !isEmpty(body));
    }

    /** What is not JSON is not looked into. */
    private static boolean isEmpty(byte[] body) {
        try {
            JsonNode sent = Json.parse(body);
            return sent.path("resourceType").asText().equals("Parameters") && sent.size() == 1;
        } catch (BadInput malformed) {
            return false;
        }
    }
}
