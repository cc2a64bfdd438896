package org.plainclaim.server.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;

/** Writes down what the FHIR server stores, with the transaction that stores it, and what it gives out, before it leaves. */
@Interceptor
public final class AccessRecorder {
    private final AuditTrail trail;
    private final CurrentRequest current;
    private final PatientLookup patients;
    private final Clock clock;

    AccessRecorder(AuditTrail trail, CurrentRequest current, PatientLookup patients, Clock clock) {
        this.trail = trail;
        this.current = current;
        this.patients = patients;
        this.clock = clock;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        written(Interaction.CREATE, resource, LabelChange.of(null, resource));
    }

    /** A new version. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(@Nullable IBaseResource former, IBaseResource resource, @Nullable RequestDetails request) {
        boolean patch = request != null && request.getRestOperationType() == RestOperationTypeEnum.PATCH;
        written(patch ? Interaction.PATCH : Interaction.UPDATE, resource, LabelChange.of(former, resource));
    }

    /** A resource that is gone. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(@Nullable IBaseResource resource) {
        // without a body it was never there: the request itself is what is recorded
        if (resource != null) {
            written(Interaction.DELETE, resource, new TreeMap<>());
        }
    }

    private void written(Interaction interaction, IBaseResource resource, SortedMap<String, String> details) {
        CurrentRequest.Request request = current.get().orElse(null);
        if (request != null) {
            request.markWritten();
        }
        // the number of the version is known when the transaction ends
        trail.recordAtCommit(
                interaction + " " + PatientOf.reference(resource),
                () -> List.of(new Entry(
                        clock.instant(),
                        interaction,
                        "",
                        current.agent(),
                        0,
                        PatientOf.resource(resource),
                        PatientOf.reference(resource),
                        List.of(PatientOf.versioned(resource)),
                        "",
                        details)));
    }

    /** What is about to leave; if it can not be written down, it does not leave. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaving(RequestDetails details, ResponseDetails answer) {
        CurrentRequest.Request request = current.get().orElse(null);
        // an answer that was written by hand passed by before, when its body began
        if (request == null || request.recorded() || Unrecorded.holds(details)) {
            return;
        }
        Asked asked = new Asked(details, request, answer.getResponseCode());
        if (asked.isPlainWrite() && request.written()) {
            request.markRecorded();
            return;
        }
        IBaseResource resource = answer.getResponseResource();
        record(request, entries(asked, resource instanceof Resource given ? GivenOut.of(given) : List.of()));
    }

    /** What HAPI made of the request, for those answers that do not pass by above. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void read(RequestDetails details) {
        current.get().ifPresent(request -> request.read(details));
    }

    /** The last moment before a body leaves that nothing was written down for. */
    void unrecorded(CurrentRequest.Request request, int status) {
        RequestDetails details = request.details();
        if (details == null) {
            record(request, List.of(other(request, status)));
        } else if (!Unrecorded.holds(details)) {
            record(request, entries(new Asked(details, request, status), List.of()));
        }
    }

    private void record(CurrentRequest.Request request, List<Entry> entries) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(request.decisions());
        trail.record(all);
        request.markRecorded();
    }

    /** A request that HAPI does not answer, or did not get. */
    Entry other(CurrentRequest.Request request, int status) {
        String path = request.path();
        TreeMap<String, String> details = new TreeMap<>();
        details.put(
                "request",
                request.servlet().getMethod() + " " + request.servlet().getServletPath() + Words.path(path));
        String focus = request.about().isEmpty() ? Words.reference(path) : request.about();
        return new Entry(
                clock.instant(),
                Interaction.REQUEST,
                "",
                request.agent(),
                status,
                status < 300 ? patients.of(focus) : "",
                focus,
                List.of(),
                "",
                details);
    }

    /** Of whom it is: what was concluded for the request knows that already, else the store is asked. */
    private String patient(Asked asked) {
        String focus = asked.focus();
        return asked.request().decisions().stream()
                .filter(decision -> decision.focus().equals(focus))
                .map(Entry::patient)
                .filter(known -> !known.isEmpty())
                .findFirst()
                .orElseGet(() -> patients.of(focus));
    }

    /** One entry for each patient whose records leave, so that each can be told who saw them. */
    private List<Entry> entries(Asked asked, List<Resource> given) {
        Map<String, List<String>> byPatient = new LinkedHashMap<>();
        given.forEach(resource -> byPatient
                .computeIfAbsent(PatientOf.resource(resource), any -> new ArrayList<>())
                .add(PatientOf.versioned(resource)));
        if (byPatient.isEmpty()
                || (asked.isOperation() && byPatient.keySet().stream().allMatch(String::isEmpty))) {
            List<String> about = byPatient.getOrDefault("", List.of());
            byPatient.clear();
            byPatient.put(patient(asked), about);
        }
        List<Entry> entries = new ArrayList<>();
        byPatient.forEach((patient, resources) -> entries.add(asked.entry(clock.instant(), patient, resources)));
        return entries;
    }
}
