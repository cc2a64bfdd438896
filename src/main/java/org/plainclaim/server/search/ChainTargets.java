package org.plainclaim.server.search;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.ResourceMetaParams;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.List;

/**
 * Gives a chain without a type, such as {@code subject.identifier}, the type that it can go through here.
 *
 * <p>HAPI would also ask the types that are not stored, and fail on them.
 */
public final class ChainTargets {
    private final ISearchParamRegistry parameters;
    private final DaoRegistry stored;

    public ChainTargets(ISearchParamRegistry parameters, DaoRegistry stored) {
        this.parameters = parameters;
        this.stored = stored;
    }

    /** The values as they are, or of the one stored type that has the chained parameter. */
    List<? extends IQueryParameterType> typed(
            String type, String parameter, List<? extends IQueryParameterType> values) {
        RuntimeSearchParam reference =
                parameters.getActiveSearchParam(type, parameter, SearchParamLookupContextEnum.SEARCH);
        if (!isOpen(values)
                || reference == null
                || reference.getTargets().stream().allMatch(stored::isResourceTypeSupported)) {
            return values;
        }
        String chain = ((ReferenceParam) values.get(0)).getChain();
        String target = target(reference, parameter, chain);
        return values.stream()
                .map(ReferenceParam.class::cast)
                .map(value -> new ReferenceParam(target, value.getChain(), value.getValue()))
                .toList();
    }

    private static boolean isOpen(List<? extends IQueryParameterType> values) {
        return values.get(0) instanceof ReferenceParam first && first.hasChain() && !first.hasResourceType();
    }

    private String target(RuntimeSearchParam reference, String parameter, String chain) {
        String next = chain.replaceFirst("[.:].*", "");
        List<String> targets = reference.getTargets().stream()
                .filter(stored::isResourceTypeSupported)
                .filter(target -> hasParameter(target, next))
                .sorted()
                .toList();
        if (targets.size() == 1) {
            return targets.get(0);
        }
        throw new InvalidRequestException("'" + parameter + "." + chain
                + (targets.isEmpty()
                        ? "' leads nowhere; no type that it may refer to has this parameter here."
                        : "' may go through " + String.join(", ", targets) + "; name one, such as " + parameter + ":"
                                + targets.get(targets.size() - 1) + "." + chain + "."));
    }

    private boolean hasParameter(String type, String name) {
        return ResourceMetaParams.RESOURCE_META_PARAMS.containsKey(name)
                || parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH) != null;
    }
}
