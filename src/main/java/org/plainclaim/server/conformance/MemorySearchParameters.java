package org.plainclaim.server.conformance;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.searchparam.registry.ISearchParamProvider;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.SearchParameter;

/** Gives HAPI the search parameters beyond R4's own from memory; none is ever read from the database. */
public final class MemorySearchParameters implements ISearchParamProvider {
    private final List<SearchParameter> parameters;

    public MemorySearchParameters(List<SearchParameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    @Override
    public IBundleProvider search(SearchParameterMap ignored) {
        return new SimpleBundleProvider(parameters);
    }

    @Override
    public IBaseResource read(IIdType id) {
        return parameters.stream()
                .filter(parameter -> parameter.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }
}
