package org.plainclaim.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.plainclaim.access.Caller;

/** Who asks: on each request there is a caller from the entrance on. */
public final class Callers {
    private static final String ATTRIBUTE = Caller.class.getName();

    private Callers() {}

    /**
     * Who sent the request.
     *
     * @throws IllegalStateException if it did not come through the entrance, which is a defect
     */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("The request did not come through the entrance");
    }

    /** Who sent the request; empty if it was refused before anybody knew. */
    public static Optional<Caller> known(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(Caller.class::cast);
    }

    /**
     * Who asks the FHIR server: the sender of the request, of a bundle for each of its entries, or the server itself.
     *
     * @throws IllegalStateException if the request did not come through the entrance, which is a defect
     */
    public static Caller of(RequestDetails request) {
        if (request instanceof ServletRequestDetails served && served.getServletRequest() != null) {
            return of(served.getServletRequest());
        }
        if (request instanceof SystemRequestDetails) {
            return Caller.system();
        }
        throw new IllegalStateException("A request of the kind " + request.getClass() + " has no caller");
    }

    /** Says who sent the request. */
    public static void tell(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
