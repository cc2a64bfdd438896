package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** Leaves out of the lists that operations answer whatever is about a resource that is hidden from who asks. */
@Interceptor
public final class OperationSight {
    private static final String EVIDENCE = "evidence";

    private final Viewers viewers;

    OperationSight(Viewers viewers) {
        this.viewers = viewers;
    }

    /** Before anybody writes down what was given out. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = -90)
    public void leaving(RequestDetails request, ResponseDetails answer) {
        boolean operation =
                request.getOperation() != null && request.getOperation().startsWith("$");
        if (operation && answer.getResponseResource() instanceof Parameters parameters) {
            parameters.getParameter().removeIf(one -> isAboutHidden(one, request));
            parameters.getParameter().forEach(one -> one.getPart()
                    .removeIf(part -> EVIDENCE.equals(part.getName()) && isHidden(part, request)));
        }
    }

    /** One piece of evidence more or less does not make another finding; what a row is about does. */
    private boolean isAboutHidden(ParametersParameterComponent row, RequestDetails request) {
        return row.getPart().stream().anyMatch(part -> !EVIDENCE.equals(part.getName()) && isHidden(part, request));
    }

    private boolean isHidden(ParametersParameterComponent part, RequestDetails request) {
        if (!(part.getValue() instanceof Reference reference) || reference.getReference() == null) {
            return false;
        }
        IdType id = new IdType(reference.getReference());
        return id.hasResourceType()
                && id.hasIdPart()
                && viewers.hides(request, id.getResourceType() + "/" + id.getIdPart());
    }
}
