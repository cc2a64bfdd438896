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

/** Names the types that a chain without a type, such as {@code subject.identifier}, can go through here. */
public final class ChainTargets {
    private final ISearchParamRegistry parameters;
    private final DaoRegistry stored;

    public ChainTargets(ISearchParamRegistry parameters, DaoRegistry stored) {
        this.parameters = parameters;
        this.stored = stored;
    }

    /** Whether all values belong to a chain that names no type. */
    static boolean isOpen(List<? extends IQueryParameterType> values) {
        return values.get(0) instanceof ReferenceParam first && first.hasChain() && !first.hasResourceType();
    }

    /** The stored types that the parameter may refer to and that have the chained parameter. */
    List<String> of(String type, String parameter, String chain) {
        String next = chain.replaceFirst("[.:].*", "");
        RuntimeSearchParam reference =
                parameters.getActiveSearchParam(type, parameter, SearchParamLookupContextEnum.SEARCH);
        List<String> targets = reference == null
                ? List.of()
                : reference.getTargets().stream()
                        .filter(stored::isResourceTypeSupported)
                        .filter(target -> hasParameter(target, next))
                        .sorted()
                        .toList();
        if (targets.isEmpty()) {
            throw new InvalidRequestException("'" + parameter + "." + chain
                    + "' leads nowhere; no type that it may refer to has this parameter here.");
        }
        return targets;
    }

    /** The values, said of one type. */
    static List<ReferenceParam> typed(List<? extends IQueryParameterType> values, String type) {
        return values.stream()
                .map(ReferenceParam.class::cast)
                .map(value -> new ReferenceParam(type, value.getChain(), value.getValue()))
                .toList();
    }

    private boolean hasParameter(String type, String name) {
        return ResourceMetaParams.RESOURCE_META_PARAMS.containsKey(name)
                || parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH) != null;
    }
}
