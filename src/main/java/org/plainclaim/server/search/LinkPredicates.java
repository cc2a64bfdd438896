package org.plainclaim.server.search;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser;
import ca.uhn.fhir.jpa.search.builder.QueryStack;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceLinkPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.healthmarketscience.sqlbuilder.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HAPI's condition on references, which also knows compartments and stored types. */
public final class LinkPredicates extends ResourceLinkPredicateBuilder {
    private final ChainTargets targets;
    private @Nullable List<String> compartmentPaths;

    public LinkPredicates(QueryStack queries, SearchQueryBuilder sql, ChainTargets targets) {
        super(queries, sql);
        this.targets = targets;
    }

    @Override
    @SuppressWarnings("TooManyParameters")
    public Condition createPredicate(
            RequestDetails request,
            String type,
            String parameter,
            List<String> qualifiers,
            List<? extends IQueryParameterType> values,
            SearchFilterParser.@Nullable CompareOperation operation,
            RequestPartitionId partition) {
        boolean compartment = values.size() == 1 && values.get(0) instanceof CompartmentParam;
        compartmentPaths = compartment ? ((CompartmentParam) values.get(0)).paths() : null;
        var typed = targets.typed(type, parameter, values);
        return super.createPredicate(request, type, parameter, qualifiers, typed, operation, partition);
    }

    @Override
    public List<String> createResourceLinkPaths(String type, String parameter, List<String> qualifiers) {
        return compartmentPaths != null ? compartmentPaths : super.createResourceLinkPaths(type, parameter, qualifiers);
    }
}
