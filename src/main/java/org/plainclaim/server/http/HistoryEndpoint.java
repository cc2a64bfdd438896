package org.plainclaim.server.http;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.annotation.At;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.Since;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.HistorySearchDateRangeParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Date;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.search.ShapingCheck;
import org.plainclaim.server.store.ReferenceSight;

/** The versions of one resource, or of all resources of one type. */
public final class HistoryEndpoint<T extends IBaseResource> implements IResourceProvider {
    private final IFhirResourceDao<T> dao;
    private final HiddenVersions hidden;
    private final ReferenceSight sight;

    public HistoryEndpoint(IFhirResourceDao<T> dao, HiddenVersions hidden, ReferenceSight sight) {
        this.sight = sight;
        this.dao = dao;
        this.hidden = hidden;
    }

    @Override
    public Class<T> getResourceType() {
        return dao.getResourceType();
    }

    /** All versions of one resource, newest first. */
    @History
    public IBundleProvider ofInstance(
            @IdParam IIdType id,
            @Since @Nullable Date since,
            @At @Nullable DateRangeParam at,
            @Offset @Nullable Integer offset,
            RequestDetails request) {
        ShapingCheck.checkAll(request.getParameters());
        DateRangeParam range = range(since, at);
        IBundleProvider versions =
                dao.history(id, new HistorySearchDateRangeParam(request.getParameters(), range, offset), request);
        Integer total = versions.size();
        if (range.isEmpty() && total != null && total == 0) {
            throw new ResourceNotFoundException(request.getRequestPath().replace("/_history", "") + " does not exist.");
        }
        // a version that a narrow scope does not reach, or that is hidden, is left out and must not be counted either
        boolean all = sight.seesAll(request, request.getResourceName())
                && !hidden.hide(request, request.getResourceName() + "/" + id.getIdPart());
        return new ShownHistory(versions, all);
    }

    /** All versions of all resources of the type, newest first. */
    @History
    public IBundleProvider ofType(
            @Since @Nullable Date since,
            @At @Nullable DateRangeParam at,
            @Offset @Nullable Integer offset,
            RequestDetails request) {
        ShapingCheck.checkAll(request.getParameters());
        DateRangeParam range = range(since, at);
        return new ShownHistory(
                dao.history(range.getLowerBoundAsInstant(), range.getUpperBoundAsInstant(), offset, request),
                !hidden.hide(request));
    }

    static DateRangeParam range(@Nullable Date since, @Nullable DateRangeParam at) {
        if (at != null && !at.isEmpty()) {
            return at;
        }
        DateRangeParam range = new DateRangeParam();
        if (since != null) {
            range.setLowerBoundInclusive(since);
        }
        return range;
    }
}
