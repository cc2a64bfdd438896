package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.server.access.Callers;

/**
 * Leaves out of what operations answer whatever is about a resource that is hidden from who asks.
 *
 * <p>Operations that count ask {@link org.plainclaim.server.search.Sightline} before; here goes what they point to besides, such
 * as the evidence of a check, and what an operation forgot to ask for.
 */
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
            Set<String> named = new TreeSet<>();
            parameters.getParameter().forEach(one -> name(one, named));
            Set<String> hidden = viewers.of(Callers.of(request)).hidden(named);
            if (!hidden.isEmpty()) {
                parameters.getParameter().removeIf(one -> isAbout(one, hidden));
                parameters.getParameter().forEach(one -> strip(one, hidden));
            }
        }
    }

    private static void name(ParametersParameterComponent part, Set<String> named) {
        reference(part).ifPresent(named::add);
        part.getPart().forEach(inner -> name(inner, named));
    }

    /** One piece of evidence more or less does not make another finding; what a row is about does. */
    private static boolean isAbout(ParametersParameterComponent row, Set<String> hidden) {
        return row.getPart().stream().anyMatch(part -> !EVIDENCE.equals(part.getName()) && isHidden(part, hidden));
    }

    /** Evidence, wherever it stands, goes with all that was read there. */
    private static void strip(ParametersParameterComponent row, Set<String> hidden) {
        row.getPart()
                .removeIf(part -> EVIDENCE.equals(part.getName())
                        && (isHidden(part, hidden)
                                || part.getPart().stream().anyMatch(inner -> isHidden(inner, hidden))));
        row.getPart().forEach(part -> strip(part, hidden));
    }

    private static boolean isHidden(ParametersParameterComponent part, Set<String> hidden) {
        return reference(part).filter(hidden::contains).isPresent();
    }

    private static Optional<String> reference(ParametersParameterComponent part) {
        if (!(part.getValue() instanceof Reference reference) || reference.getReference() == null) {
            return Optional.empty();
        }
        IdType id = new IdType(reference.getReference());
        return id.hasResourceType() && id.hasIdPart()
                ? Optional.of(id.getResourceType() + "/" + id.getIdPart())
                : Optional.empty();
    }
}
