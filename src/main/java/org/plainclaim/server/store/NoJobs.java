package org.plainclaim.server.store;

import ca.uhn.fhir.batch2.api.IJobCoordinator;
import ca.uhn.fhir.batch2.api.JobOperationResultJson;
import ca.uhn.fhir.batch2.model.BatchInstanceStatusDTO;
import ca.uhn.fhir.batch2.model.BatchWorkChunkStatusDTO;
import ca.uhn.fhir.batch2.model.JobInstance;
import ca.uhn.fhir.batch2.model.JobInstanceStartRequest;
import ca.uhn.fhir.batch2.model.StatusEnum;
import ca.uhn.fhir.batch2.models.JobInstanceFetchRequest;
import ca.uhn.fhir.jpa.batch.models.Batch2JobStartResponse;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.IDeleteExpungeJobSubmitter;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/**
 * Has no batch jobs and starts none.
 *
 * <p>HAPI's store injects a coordinator although reads, writes and searches never use it; the real one would bring
 * queues, worker threads and polling.
 */
final class NoJobs implements IJobCoordinator, IDeleteExpungeJobSubmitter {
    @Override
    public Batch2JobStartResponse startInstance(@Nullable RequestDetails request, JobInstanceStartRequest job) {
        throw new MethodNotAllowedException("This server runs no batch jobs.");
    }

    @Override
    public String submitJob(Integer size, List<String> urls, boolean cascade, Integer rounds, RequestDetails request) {
        throw new MethodNotAllowedException("This server runs no batch jobs.");
    }

    @Override
    public JobInstance getInstance(String id) {
        throw none();
    }

    @Override
    public List<JobInstance> getInstances(int size, int index) {
        return List.of();
    }

    @Override
    public List<JobInstance> getRecentInstances(int count, int start) {
        return List.of();
    }

    @Override
    public JobOperationResultJson cancelInstance(String id) {
        throw none();
    }

    @Override
    public List<JobInstance> getInstancesbyJobDefinitionIdAndEndedStatus(
            String definition, @Nullable Boolean ended, int count, int start) {
        return List.of();
    }

    @Override
    public Page<JobInstance> fetchAllJobInstances(JobInstanceFetchRequest request) {
        return Page.empty();
    }

    @Override
    public List<JobInstance> getJobInstancesByJobDefinitionIdAndStatuses(
            String definition, Set<StatusEnum> statuses, int count, int start) {
        return List.of();
    }

    @Override
    public List<JobInstance> getJobInstancesByJobDefinitionId(String definition, int count, int start) {
        return List.of();
    }

    @Override
    public List<BatchWorkChunkStatusDTO> getWorkChunkStatus(String id) {
        return List.of();
    }

    @Override
    public BatchInstanceStatusDTO getBatchInstanceStatus(String id) {
        throw none();
    }

    private static ResourceNotFoundException none() {
        return new ResourceNotFoundException("This server runs no batch jobs.");
    }
}
