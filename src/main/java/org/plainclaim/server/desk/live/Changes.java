package org.plainclaim.server.desk.live;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notices what is committed in this process, by type and nothing else. */
@Interceptor
public final class Changes {
    private final Streams streams;

    /** Tells these streams. */
    public Changes(Streams streams) {
        this.streams = streams;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        afterCommit(resource);
    }

    /** A new version of one. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        afterCommit(after);
    }

    private void afterCommit(IBaseResource resource) {
        String type = resource.fhirType();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            streams.changed(type);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                streams.changed(type);
            }
        });
    }
}
