package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.model.sched.ScheduledJobDefinition;
import java.util.Set;
import org.quartz.JobKey;

/**
 * Runs none of HAPI's background jobs.
 *
 * <p>They serve features that this server does not offer (bulk export, stored searches, terminology upload); the one
 * chore that we need is {@link Housekeeping}.
 */
final class NoSchedule implements ISchedulerService {
    @Override
    public void purgeAllScheduledJobsForUnitTest() {}

    @Override
    public void logStatusForUnitTest() {}

    @Override
    public void pause() {}

    @Override
    public void unpause() {}

    @Override
    public void scheduleLocalJob(long everyMillis, ScheduledJobDefinition job) {}

    @Override
    public void scheduleClusteredJob(long everyMillis, ScheduledJobDefinition job) {}

    @Override
    public Set<JobKey> getLocalJobKeysForUnitTest() {
        return Set.of();
    }

    @Override
    public Set<JobKey> getClusteredJobKeysForUnitTest() {
        return Set.of();
    }

    @Override
    public boolean isSchedulingDisabled() {
        return true;
    }

    @Override
    public boolean isStopping() {
        return false;
    }
}
