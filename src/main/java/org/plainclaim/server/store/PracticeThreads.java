package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.dao.ThreadPoolFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/** The threads that HAPI reads the entries of a batch with; they work for the practice that sent it. */
final class PracticeThreads extends ThreadPoolFactory {
    private final Practices practices;

    PracticeThreads(Practices practices) {
        this.practices = practices;
    }

    @Override
    public AsyncTaskExecutor newThreadPool(Integer size, Integer most, String names) {
        return practices.carriedBy(super.newThreadPool(size, most, names));
    }
}
