package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.method.ResponsePage;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/** A history that does not say how long it is: the number would tell of versions that are not shown. */
final class UncountedHistory implements IBundleProvider {
    private final IBundleProvider history;

    UncountedHistory(IBundleProvider history) {
        this.history = history;
    }

    @Override
    public @Nullable IPrimitiveType<java.util.Date> getPublished() {
        return history.getPublished();
    }

    @Override
    public List<IBaseResource> getResources(int from, int to, ResponsePage.ResponsePageBuilder page) {
        return history.getResources(from, to, page);
    }

    @Override
    public @Nullable String getUuid() {
        return null;
    }

    @Override
    public @Nullable Integer getCurrentPageOffset() {
        return history.getCurrentPageOffset();
    }

    @Override
    public @Nullable Integer getCurrentPageSize() {
        return history.getCurrentPageSize();
    }

    @Override
    public @Nullable Integer preferredPageSize() {
        return history.preferredPageSize();
    }

    @Override
    public @Nullable Integer size() {
        return null;
    }
}
