package org.plainclaim.server.access;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;
import org.plainclaim.access.Interaction;

/** Holds criteria, wherever they stand, against what the caller may read of the types that they touch. */
final class SearchGate {
    private final Gate gate;
    private final ISearchParamRegistry parameters;
    private final Set<String> stored;
    private final FhirTerser terser;

    SearchGate(Gate gate, ISearchParamRegistry parameters, Set<String> stored, FhirTerser terser) {
        this.gate = gate;
        this.parameters = parameters;
        this.stored = Set.copyOf(stored);
        this.terser = terser;
    }

    /**
     * Looks at a search that is allowed: what is not kept in the store can not be narrowed there.
     *
     * @throws ForbiddenOperationException if it touches what the caller may not read
     */
    void requireSearch(Caller caller, Asked asked, Decision decision, Map<String, String[]> sent) {
        if (!stored.contains(asked.type())) {
            Instances.requireEverything(asked, decision);
        }
        requireTrail(caller, asked.type(), sent);
    }

    /**
     * Looks at criteria of a search of the type.
     *
     * @throws ForbiddenOperationException if it touches what the caller may not read
     */
    private void requireTrail(Caller caller, String type, Map<String, String[]> sent) {
        if (caller.isOurs()) {
            return;
        }
        for (Touched touched : SearchTrail.of(type, sent, parameters, stored)) {
            boolean good = touched.how() == Touched.How.BY_VALUE
                    ? touched.types().stream().allMatch(one -> gate.readsAll(caller, one))
                    : touched.types().stream().anyMatch(one -> reads(caller, one));
            if (!good) {
                throw new ForbiddenOperationException("This is not allowed: '" + touched.said() + "' touches "
                        + touched.names() + ", which the caller may not read"
                        + (touched.how() == Touched.How.BY_VALUE ? " all of." : "."));
            }
        }
    }

    /**
     * Looks at the condition of a conditional interaction: whether it holds tells what is stored.
     *
     * @throws ForbiddenOperationException if the caller may not search all of the type, or by these criteria
     */
    void requireCondition(Caller caller, String type, Map<String, String[]> condition) {
        if (caller.isOurs()) {
            return;
        }
        gate.require(caller, Asked.to(Interaction.SEARCH, type));
        if (!gate.readsAll(caller, type)) {
            throw new ForbiddenOperationException("This is not allowed: a condition asks all resources of " + type
                    + ", and the token reaches only some.");
        }
        requireTrail(caller, type, condition);
    }

    /**
     * Looks at references by criteria, such as {@code Patient?identifier=5}, in a resource that is sent.
     *
     * @throws ForbiddenOperationException if the caller may not search so
     */
    void requireReferences(Caller caller, IBaseResource sent) {
        if (caller.isOurs()) {
            return;
        }
        terser.getAllResourceReferences(sent).forEach(found -> {
            String reference =
                    found.getResourceReference().getReferenceElement().getValue();
            int mark = reference == null ? -1 : reference.indexOf('?');
            if (reference != null && mark > 0) {
                String type = reference.substring(0, mark).replaceFirst(".*/", "");
                requireCondition(caller, type, Queries.parse(reference.substring(mark + 1)));
            }
        });
    }

    /** Whether the caller may read some resources of the type at least. */
    boolean reads(Caller caller, String type) {
        return gate.look(caller, Asked.to(Interaction.READ, type)).allowed()
                || gate.look(caller, Asked.to(Interaction.SEARCH, type)).allowed();
    }
}
