package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;

/** What everybody may ask without a token, because nothing of any patient, payer or practice is there. */
final class OpenPlaces {
    private OpenPlaces() {}

    static boolean has(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return switch (request.getServletPath()) {
            case "/health" -> true;
            case SmartServlet.PATH -> reads(request);
                // the workbench asks by itself who looks, and asks for everything else with the token of that person
            case "", "/desk", "/assets" -> true;
            case "/fhir" -> reads(request) && path.equals("/metadata");
                // browsers ask before they send a token, and the list of services is part of how an EHR is set up
            case "/cds-services" -> request.getMethod().equals("OPTIONS") || (reads(request) && path.length() < 2);
            default -> false;
        };
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
