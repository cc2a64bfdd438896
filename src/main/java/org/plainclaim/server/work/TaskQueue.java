package org.plainclaim.server.work;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.work.TaskReader;
import org.plainclaim.fhir.work.TaskStatus;
import org.plainclaim.fhir.work.TaskWriter;
import org.plainclaim.fhir.work.WorkSystems;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.Question;
import org.plainclaim.work.Owners;
import org.plainclaim.work.Priorities;
import org.plainclaim.work.Work;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps things to do as Task. The id of a Task is made from the key, so that of two servers that raise the same thing at
 * once one fails on the primary key, and finds the other's Task when it tries again.
 *
 * <p>Inside a transaction of the caller it is the caller who tries again; without one it is done here.
 */
final class TaskQueue implements WorkQueue {
    private static final int ATTEMPTS = 8;

    private final FhirContext fhir;
    private final IFhirResourceDao<Task> tasks;
    private final CurrentVersions versions;
    private final IHapiTransactionService transactions;
    private final Rules rules;
    private final Clock clock;

    TaskQueue(FhirContext fhir, Store store, IHapiTransactionService transactions, Rules rules, Clock clock) {
        this.fhir = fhir;
        this.tasks = store.daos().getResourceDao(Task.class);
        this.versions = store.versions();
        this.transactions = transactions;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Where Tasks are kept.
     *
     * @param daos HAPI's way to them
     * @param versions the quick way to see whether there are any
     */
    record Store(DaoRegistry daos, CurrentVersions versions) {}

    /** What the tables say of things to do. */
    record Rules(Owners owners, Priorities priorities) {}

    @Override
    public void raise(WorkItem item) {
        inTransaction(() -> raiseNow(item));
    }

    @Override
    public void settle(String key, String because) {
        inTransaction(() -> {
            Task stored = stored(key);
            if (stored != null) {
                settleNow(stored, because);
            }
        });
    }

    /** Always in the same order, so that two calls never wait for each other. */
    @Override
    public void replace(String cause, List<WorkItem> items, String because) {
        if (items.isEmpty() && isUnheardOf(cause)) {
            return;
        }
        inTransaction(() -> {
            Set<String> needed =
                    items.stream().map(item -> TaskWriter.id(item.key())).collect(Collectors.toSet());
            List<Task> open = open(cause);
            items.stream().sorted(Comparator.comparing(WorkItem::key)).forEach(this::raiseNow);
            open.stream()
                    .filter(task -> !needed.contains(task.getIdElement().getIdPart()))
                    .forEach(task -> settleNow(task, because));
        });
    }

    private void inTransaction(Runnable change) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // as one of HAPI's own, in which a Task that is not there yet does not spoil the transaction of the caller
            transactions.withRequest(new SystemRequestDetails()).execute(change);
            return;
        }
        RuntimeException last = new ResourceVersionConflictException("The Task is being written by others; try again.");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                transactions.withRequest(new SystemRequestDetails()).execute(change);
                return;
            } catch (ResourceVersionConflictException | DataAccessException | TransactionException e) {
                last = e;
            }
        }
        throw last;
    }

    private void raiseNow(WorkItem item) {
        Task stored = stored(item.key());
        if (stored == null) {
            Work raised = Work.raised(item, now());
            write(TaskWriter.task(raised, kind(item)), null);
            return;
        }
        ObjectNode task = tree(stored);
        Work again = TaskReader.work(task).again(item, now());
        ObjectNode changed = TaskWriter.onto(task.deepCopy(), again, kind(item));
        if (!changed.equals(task)) {
            write(changed, stored);
        }
    }

    private void settleNow(Task stored, String because) {
        ObjectNode task = tree(stored);
        Work work = TaskReader.work(task);
        Work settled = work.settled(because, now());
        if (settled.state() != work.state()) {
            write(TaskWriter.onto(task, settled, new TaskWriter.Kind(code(task), priority(task))), stored);
        }
    }

    private static String code(ObjectNode task) {
        return task.at("/code/coding/0/code").asText();
    }

    private static String priority(ObjectNode task) {
        return task.path("priority").asText();
    }

    private TaskWriter.Kind kind(WorkItem item) {
        return new TaskWriter.Kind(
                rules.owners().of(item.reason()).task(), rules.priorities().of(item, LocalDate.now(clock)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void write(ObjectNode task, @Nullable Task stored) {
        Task parsed = fhir.newJsonParser().parseResource(Task.class, task.toString());
        DaoMethodOutcome outcome = tasks.update(parsed, new SystemRequestDetails());
        boolean asSeen = stored == null
                ? Boolean.TRUE.equals(outcome.getCreated())
                : outcome.getId().getVersionIdPartAsLong()
                        == stored.getIdElement().getVersionIdPartAsLong() + 1;
        if (!asSeen) {
            throw new ResourceVersionConflictException("The Task was written in the meantime.");
        }
    }

    private @Nullable Task stored(String key) {
        try {
            return tasks.read(new IdType("Task", TaskWriter.id(key)), new SystemRequestDetails());
        } catch (ResourceNotFoundException none) {
            return null;
        }
    }

    /** True if no Task was ever raised for it, as for most sessions: that is asked at a part of what a search costs. */
    private boolean isUnheardOf(String cause) {
        Question question = Question.token("Task", "group-identifier", WorkSystems.CAUSE, cause);
        return versions.view().ask(question).isEmpty();
    }

    private List<Task> open(String cause) {
        TokenOrListParam statuses = new TokenOrListParam();
        for (TaskStatus status : TaskStatus.values()) {
            if (status.state().open()) {
                statuses.add(null, status.code());
            }
        }
        SearchParameterMap query = SearchParameterMap.newSynchronous(
                        "group-identifier", new TokenParam(WorkSystems.CAUSE, cause))
                .add("status", statuses);
        query.setSearchTotalMode(SearchTotalModeEnum.NONE);
        return tasks.search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(Task.class::cast)
                .sorted(Comparator.comparing(task -> task.getIdElement().getIdPart()))
                .toList();
    }

    private ObjectNode tree(Task task) {
        try {
            return (ObjectNode) Json.parse(fhir.newJsonParser().encodeResourceToString(task));
        } catch (BadInput impossible) {
            throw new IllegalStateException("a stored Task is not JSON", impossible);
        }
    }
}
