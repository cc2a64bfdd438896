package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * Search for one stored type.
 *
 * <p>Every search runs at once and is paged by offset: nothing is written to the database for a search, a resource just
 * stored is found, and the total is counted.
 */
public final class SearchEndpoint<T extends IBaseResource> implements IResourceProvider {
    private final IFhirResourceDao<T> dao;
    private final SearchReader reader;
    private final Narrowing narrowing;
    private final Hiding hiding;

    public SearchEndpoint(IFhirResourceDao<T> dao, SearchReader reader, Narrowing narrowing, Hiding hiding) {
        this.narrowing = narrowing;
        this.hiding = hiding;
        this.dao = dao;
        this.reader = reader;
    }

    @Override
    public Class<T> getResourceType() {
        return dao.getResourceType();
    }

    /** The resources that match. */
    @Search(allowUnknownParams = true)
    public IBundleProvider search(
            RequestDetails request,
            @IncludeParam @Nullable Set<Include> includes,
            @IncludeParam(reverse = true) @Nullable Set<Include> reverseIncludes,
            @Sort @Nullable SortSpec sort,
            @Count @Nullable Integer count,
            @Offset @Nullable Integer offset,
            @Nullable SummaryEnum summary,
            @Nullable SearchTotalModeEnum total) {
        String type = request.getResourceName();
        var query = reader.read(type, narrowing.narrowed(type, request.getParameters(), request), isLenient(request));
        query.setIncludes(includes == null ? Set.of() : includes);
        query.setRevIncludes(reverseIncludes == null ? Set.of() : reverseIncludes);
        query.setSort(withLastWord(sort));
        query.setCount(count);
        query.setOffset(offset);
        query.setSummaryMode(summary);
        query.setSearchTotalMode(total);
        query.setLoadSynchronous(true);
        hiding.hide(query, request);
        return offset == null ? firstPage(query, request) : dao.search(query, request);
    }

    /** Where nothing else decides, the order of storing does: else a page could repeat what another has shown. */
    private static SortSpec withLastWord(@Nullable SortSpec sort) {
        SortSpec stored = new SortSpec(Constants.PARAM_PID);
        if (sort == null) {
            return stored;
        }
        SortSpec last = sort;
        while (last.getChain() != null) {
            last = last.getChain();
        }
        last.setChain(stored);
        return sort;
    }

    /** Says that this is one whole page; else the includes would count as matches and be cut. */
    private IBundleProvider firstPage(SearchParameterMap query, RequestDetails request) {
        IBundleProvider found = dao.search(query, request);
        if (found instanceof SimpleBundleProvider first) {
            first.setCurrentPageOffset(0);
            first.setCurrentPageSize(query.getCount());
        }
        return found;
    }

    private static boolean isLenient(RequestDetails request) {
        String prefer = request.getHeader("Prefer");
        return prefer != null && prefer.replace(" ", "").contains("handling=lenient");
    }
}
