package org.plainclaim.server.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes {@code _summary=text} on a read answer a resource; HAPI answers bare HTML, whatever was asked for. */
@Interceptor
public final class TextSummary {
    private static final String[] TEXT = {"text"};

    /** Asks for the element that the summary consists of. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void rename(ServletRequestDetails request) {
        boolean read = request.getRequestType() == RequestTypeEnum.GET && request.getId() != null;
        if (read && Arrays.equals(TEXT, request.getParameters().get("_summary"))) {
            Map<String, String[]> parameters = new HashMap<>(request.getParameters());
            parameters.remove("_summary");
            parameters.put("_elements", TEXT.clone());
            request.setParameters(parameters);
        }
    }
}
