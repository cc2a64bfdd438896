package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.search.builder.QueryStack;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceLinkForHasParameterPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import java.util.List;

/** HAPI's condition for {@code _has}, which passes by what others refer to and nobody has stored yet. */
public final class HasPredicates extends ResourceLinkForHasParameterPredicateBuilder {
    private final SearchQueryBuilder sql;

    public HasPredicates(QueryStack queries, SearchQueryBuilder sql) {
        super(queries, sql);
        this.sql = sql;
    }

    /** Asked once for each {@code _has}; HAPI trusts that what is referred to is there, and it need not be here. */
    @Override
    public List<String> createResourceLinkPaths(String type, String parameter, List<String> qualifiers) {
        sql.getOrCreateResourceTablePredicateBuilder();
        return super.createResourceLinkPaths(type, parameter, qualifiers);
    }
}
