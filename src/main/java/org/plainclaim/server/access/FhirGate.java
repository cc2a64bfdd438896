package org.plainclaim.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;
import org.plainclaim.access.Interaction;

/** Holds what the FHIR server is about to do against the policy: what it understood, not what the address looks like. */
@Interceptor
public final class FhirGate {
    private static final Map<RestOperationTypeEnum, Interaction> INTERACTIONS = Map.of(
            RestOperationTypeEnum.READ, Interaction.READ,
            RestOperationTypeEnum.VREAD, Interaction.VREAD,
            RestOperationTypeEnum.HISTORY_INSTANCE, Interaction.HISTORY_INSTANCE,
            RestOperationTypeEnum.HISTORY_TYPE, Interaction.HISTORY_TYPE,
            RestOperationTypeEnum.HISTORY_SYSTEM, Interaction.HISTORY_SYSTEM,
            RestOperationTypeEnum.SEARCH_TYPE, Interaction.SEARCH,
            RestOperationTypeEnum.CREATE, Interaction.CREATE,
            RestOperationTypeEnum.UPDATE, Interaction.UPDATE,
            RestOperationTypeEnum.PATCH, Interaction.PATCH,
            RestOperationTypeEnum.DELETE, Interaction.DELETE);

    private final Gate gate;
    private final SearchGate searches;
    private final Instances instances;

    FhirGate(Gate gate, SearchGate searches, Instances instances) {
        this.gate = gate;
        this.searches = searches;
        this.instances = instances;
    }

    /** Looks at a request, or at an entry of a bundle that the FHIR server treats as one, before anything is done. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = -100)
    public void before(RequestDetails request, RestOperationTypeEnum operation) {
        Caller caller = Callers.of(request);
        boolean entries = operation == RestOperationTypeEnum.TRANSACTION;
        if (operation == RestOperationTypeEnum.METADATA || entries || caller.isOurs()) {
            return;
        }
        Asked asked = asked(request, operation)
                .orElseThrow(() -> new ForbiddenOperationException(
                        "This is not allowed: the policy does not know " + operation.getCode() + "."));
        Decision decision = gate.require(caller, asked);
        if (request.getId() != null && request.getId().hasIdPart()) {
            instances.requireReached(caller, decision, request.getId());
            if (asked.isOperation() && !decision.reach().everything() && OperationParameters.areSent(request)) {
                throw new ForbiddenOperationException("This is not allowed: the token reaches only some resources, and"
                        + " parameters may name others; call the operation without parameters.");
            }
        } else {
            requireAll(caller, asked, decision, request);
        }
        if (request.getResource() != null) {
            searches.requireReferences(caller, request.getResource());
        }
    }

    /** What is asked without an id: a search is narrowed later, a new resource is looked at when it is stored. */
    private void requireAll(Caller caller, Asked asked, Decision decision, RequestDetails request) {
        switch (asked.action()) {
            case "search-type" -> searches.requireSearch(caller, asked, decision, request.getParameters());
            case "create" -> condition(request)
                    .ifPresent(condition -> searches.requireCondition(caller, asked.type(), condition));
            case "update", "patch", "delete" -> searches.requireCondition(
                    caller, asked.type(), request.getParameters());
            default -> Instances.requireEverything(asked, decision);
        }
    }

    private static Optional<Map<String, String[]>> condition(RequestDetails request) {
        return Optional.ofNullable(request.getHeader("If-None-Exist"))
                .map(condition -> Queries.parse(condition.substring(condition.indexOf('?') + 1)));
    }

    private static Optional<Asked> asked(RequestDetails request, RestOperationTypeEnum operation) {
        String type = request.getResourceName() == null ? "" : request.getResourceName();
        Interaction interaction = INTERACTIONS.get(operation);
        if (interaction != null) {
            return Optional.of(Asked.to(interaction, type));
        }
        boolean extended = operation == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE
                || operation == RestOperationTypeEnum.EXTENDED_OPERATION_TYPE
                || operation == RestOperationTypeEnum.EXTENDED_OPERATION_SERVER;
        return extended && request.getOperation() != null
                ? Optional.of(Asked.operation(request.getOperation(), type))
                : Optional.empty();
    }
}
