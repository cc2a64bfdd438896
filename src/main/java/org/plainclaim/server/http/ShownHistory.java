package org.plainclaim.server.http;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * A history without the places of versions that the caller may not see, on which HAPI would stumble.
 *
 * @param all every version
 * @param counted false if the total would tell of versions that are not shown
 */
record ShownHistory(IBundleProvider all, boolean counted) implements IBundleProvider {
    @Override
    public List<IBaseResource> getResources(int from, int to) {
        return all.getResources(from, to).stream().filter(Objects::nonNull).toList();
    }

    @Override
    public @Nullable IPrimitiveType<Date> getPublished() {
        return all.getPublished();
    }

    @Override
    public @Nullable String getUuid() {
        return counted ? all.getUuid() : null;
    }

    @Override
    public @Nullable Integer preferredPageSize() {
        return all.preferredPageSize();
    }

    @Override
    public @Nullable Integer size() {
        return counted ? all.size() : null;
    }

    @Override
    public @Nullable Integer getCurrentPageOffset() {
        return all.getCurrentPageOffset();
    }

    @Override
    public @Nullable Integer getCurrentPageSize() {
        return all.getCurrentPageSize();
    }
}
