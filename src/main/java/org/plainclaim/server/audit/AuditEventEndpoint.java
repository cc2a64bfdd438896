package org.plainclaim.server.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Role;
import org.plainclaim.audit.SealedEntry;
import org.plainclaim.fhir.audit.AuditEventWriter;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.search.ShapingCheck;

/** The audit trail as AuditEvent, to read and search; nobody can write, change or delete one over HTTP. */
public final class AuditEventEndpoint implements IResourceProvider {
    private static final int PAGE = 50;
    private static final int MOST = 1_000;

    private final FhirContext fhir;
    private final AuditTable table;
    private final CurrentRequest current;

    AuditEventEndpoint(FhirContext fhir, AuditTable table, CurrentRequest current) {
        this.current = current;
        this.fhir = fhir;
        this.table = table;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    /** One event. */
    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails request) {
        auditors(request);
        AuditSearch search = AuditSearch.of(current.agent().practice(), Map.of("_id", new String[] {id.getIdPart()}));
        return table.find(search.condition(), search.values()).stream()
                .findFirst()
                .map(this::event)
                .orElseThrow(() -> new ResourceNotFoundException("AuditEvent/" + id.getIdPart() + " does not exist."));
    }

    /** Events, the latest first. */
    @Search(allowUnknownParams = true)
    public IBundleProvider search(
            RequestDetails request, @Count @Nullable Integer count, @Offset @Nullable Integer offset) {
        auditors(request);
        ShapingCheck.checkAll(request.getParameters());
        AuditSearch search = AuditSearch.of(current.agent().practice(), request.getParameters());
        int size = count == null ? PAGE : Math.min(count, MOST);
        int start = offset == null ? 0 : offset;
        List<IBaseResource> page = new ArrayList<>();
        table.find(
                        search.condition() + " order by at desc, chain, sequence desc offset " + start
                                + " rows fetch next " + size + " rows only",
                        search.values())
                .forEach(one -> page.add(event(one)));
        SimpleBundleProvider answer = new SimpleBundleProvider(page);
        answer.setSize(table.count(search.condition(), search.values()));
        answer.setCurrentPageOffset(start);
        answer.setCurrentPageSize(size);
        return answer;
    }

    static void auditors(RequestDetails request) {
        Caller caller = Callers.of(request);
        if (!caller.is(Role.AUDITOR) && !caller.is(Role.ADMIN)) {
            throw new ForbiddenOperationException("The audit trail is shown to auditors and administrators only.");
        }
    }

    private AuditEvent event(SealedEntry place) {
        return fhir.newJsonParser()
                .parseResource(AuditEvent.class, AuditEventWriter.write(place).toString());
    }
}
