package org.plainclaim.server.audit;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;

/**
 * What a request asked the FHIR server for.
 *
 * @param details the request as HAPI reads it
 * @param request the request as it came in
 * @param status HTTP status of the answer
 */
record Asked(RequestDetails details, CurrentRequest.Request request, int status) {
    private static final Set<Interaction> WRITES =
            EnumSet.of(Interaction.CREATE, Interaction.UPDATE, Interaction.PATCH, Interaction.DELETE);

    /** True for an interaction that does nothing but write one resource. */
    boolean isPlainWrite() {
        return WRITES.contains(interaction());
    }

    boolean isOperation() {
        return interaction() == Interaction.OPERATION;
    }

    /** The resource that is meant; empty if none in particular is. */
    String focus() {
        return details.getId() == null || details.getResourceName() == null
                ? ""
                : details.getResourceName() + "/" + details.getId().getIdPart();
    }

    Entry entry(Instant time, String patient, List<String> resources) {
        String operation = details.getOperation();
        return new Entry(
                time,
                interaction(),
                isOperation() && operation != null ? operation : "",
                request.agent(),
                status,
                patient,
                focus(),
                resources,
                Words.query(request.servlet()),
                new TreeMap<>());
    }

    private Interaction interaction() {
        RestOperationTypeEnum type = details.getRestOperationType();
        if (type == null) {
            return Interaction.REQUEST;
        }
        return switch (type) {
            case READ -> Interaction.READ;
            case VREAD -> Interaction.VREAD;
            case SEARCH_TYPE, SEARCH_SYSTEM, GET_PAGE -> Interaction.SEARCH;
            case HISTORY_INSTANCE, HISTORY_TYPE, HISTORY_SYSTEM -> Interaction.HISTORY;
            case CREATE -> Interaction.CREATE;
            case UPDATE, UPDATE_REWRITE_HISTORY -> Interaction.UPDATE;
            case PATCH -> Interaction.PATCH;
            case DELETE -> Interaction.DELETE;
            case TRANSACTION, BATCH -> Interaction.TRANSACTION;
            case EXTENDED_OPERATION_INSTANCE,
                    EXTENDED_OPERATION_TYPE,
                    EXTENDED_OPERATION_SERVER,
                    VALIDATE -> Interaction.OPERATION;
            default -> Interaction.REQUEST;
        };
    }
}
