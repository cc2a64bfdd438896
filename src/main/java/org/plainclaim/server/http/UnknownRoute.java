package org.plainclaim.server.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;

/** What to say of a URL and method that nothing here serves: an unknown operation, or a wrong method. */
final class UnknownRoute {
    private UnknownRoute() {}

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    static BaseServerResponseException of(RequestDetails request, Throwable failure) {
        String operation = request.getOperation();
        if (operation != null && operation.startsWith("$")) {
            return new ResourceNotFoundException(
                    "There is no operation " + operation + " for " + request.getRequestType() + " "
                            + request.getRequestPath() + "; /fhir/metadata lists the operations.");
        }
        if (request.getParameters().containsKey("_query")) {
            return new InvalidRequestException(
                    "This server has no named queries; leave _query out and search by parameters.");
        }
        if (request.getParameters().containsKey("_getpages")) {
            return new InvalidRequestException(
                    "This server keeps no result pages; follow the links of a search, which use _count and _offset.");
        }
        if (!request.getParameters().isEmpty() && words(failure).contains("resources of type")) {
            return new InvalidRequestException(
                    "A parameter names a type that is not stored here; /fhir/metadata lists those that are.");
        }
        return new MethodNotAllowedException(request.getRequestType() + " is not possible on '"
                + request.getRequestPath() + "'; /fhir/metadata lists what is.");
    }
}
