package org.plainclaim.server.store;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.ResourceVersionConflictResolutionStrategy;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.jspecify.annotations.Nullable;

/**
 * Tries a write again that collided with another one at the same moment.
 *
 * <p>Two resources that arrive at once may both refer to a third which is not there yet; only one of them can make its
 * placeholder. A client that guards its change with {@code If-Match} is told of the conflict instead.
 */
@Interceptor
public final class ConflictRetry {
    private static final int TRIES = 8;

    /** Whether and how often to try again. */
    @Hook(Pointcut.STORAGE_VERSION_CONFLICT)
    public ResourceVersionConflictResolutionStrategy resolve(@Nullable RequestDetails request) {
        ResourceVersionConflictResolutionStrategy strategy = new ResourceVersionConflictResolutionStrategy();
        boolean guarded = request != null && request.getHeader("If-Match") != null;
        strategy.setRetry(!guarded);
        strategy.setMaxRetries(TRIES);
        return strategy;
    }
}
