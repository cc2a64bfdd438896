package org.plainclaim.server.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;

/** What to say of a URL and method that nothing here serves: an unknown operation, or a wrong method. */
final class UnknownRoute {
    private UnknownRoute() {}

    static BaseServerResponseException of(RequestDetails request) {
        String operation = request.getOperation();
        if (operation != null && operation.startsWith("$")) {
            return new ResourceNotFoundException(
                    "There is no operation " + operation + " for " + request.getRequestType() + " "
                            + request.getRequestPath() + "; /fhir/metadata lists the operations.");
        }
        return new MethodNotAllowedException(request.getRequestType() + " is not possible on '"
                + request.getRequestPath() + "'; /fhir/metadata lists what is.");
    }
}
