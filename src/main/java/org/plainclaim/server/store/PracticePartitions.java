package org.plainclaim.server.store;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;

/** Tells HAPI in which partition it reads and writes: in that of the practice that the thread works for. */
@Interceptor
public final class PracticePartitions {
    private final Practices practices;

    public PracticePartitions(Practices practices) {
        this.practices = practices;
    }

    /** The partition is part of every key, so that two practices may both have a {@code Patient/1}. */
    static PartitionSettings settings() {
        PartitionSettings settings = new PartitionSettings();
        settings.setPartitioningEnabled(true);
        settings.setDatabasePartitionMode(true);
        settings.setUnnamedPartitionMode(true);
        settings.setDefaultPartitionId(Practices.ONLY);
        settings.setConditionalCreateDuplicateIdentifiersEnabled(true);
        return settings;
    }

    /** The partition of what is asked at this moment. */
    @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_ANY)
    public RequestPartitionId partition() {
        return RequestPartitionId.fromPartitionId(practices.present());
    }
}
