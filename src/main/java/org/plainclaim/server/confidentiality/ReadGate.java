package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SimplePreResourceAccessDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Role;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.confidentiality.LabelTable.Entry;

/**
 * Hides what labels hide: whoever asks for one such resource is told that it does not exist, and lists leave it out.
 *
 * <p>A request that names a resource is looked at before anything is done; what is found by searching is left out of the
 * search already ({@link HiddenFromSearch}), and once more here, with what is included and with histories.
 */
@Interceptor
public final class ReadGate {
    private static final Set<RestOperationTypeEnum> WRITES =
            Set.of(RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.DELETE);

    private final Viewers viewers;
    private final LabelTable labels;

    ReadGate(Viewers viewers, LabelTable labels) {
        this.viewers = viewers;
        this.labels = labels;
    }

    /** Everything that names one resource: reads, histories, changes, operations. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void asked(@Nullable RequestDetails request, @Nullable RestOperationTypeEnum operation) {
        if (request == null || request.getId() == null || !request.getId().hasIdPart()) {
            return;
        }
        Caller caller = Callers.of(request);
        // who sends records may send them again, whatever they are
        boolean sends = operation != null && WRITES.contains(operation) && caller.is(Role.EHR);
        String type = request.getResourceName();
        String reference = type + "/" + request.getId().getIdPart();
        if (!sends && type != null && !lowers(request, caller, reference) && viewers.hides(caller, reference)) {
            throw new ResourceNotFoundException(new IdType(type, request.getId().getIdPart()));
        }
    }

    /** Who corrects labels does not need to see what bears them; of notes that are kept apart nobody hears even so. */
    private boolean lowers(RequestDetails request, Caller caller, String reference) {
        return LowerLabelOperation.NAME.equals(request.getOperation())
                && caller.is(Role.ADMIN)
                && labels.find(reference)
                        .map(entry -> !entry.labels().contains(Labels.PSYCHOTHERAPY))
                        .orElse(true);
    }

    /** One resource that was read, in a bundle for example; what a search found is looked at when it is shown. */
    @Hook(Pointcut.STORAGE_PREACCESS_RESOURCES)
    public void read(IPreResourceAccessDetails found, @Nullable RequestDetails request) {
        if (request == null || !(found instanceof SimplePreResourceAccessDetails)) {
            return;
        }
        Caller caller = Callers.of(request);
        for (int i = 0; i < found.size(); i++) {
            IBaseResource resource = found.getResource(i);
            if (resource != null && hides(caller, resource, authors(resource))) {
                found.setDontReturnResourceAtIndex(i);
            }
        }
    }

    /** What is about to be shown. */
    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void shown(IPreResourceShowDetails found, @Nullable RequestDetails request) {
        if (request == null || Callers.of(request).equals(Caller.system())) {
            return;
        }
        Caller caller = Callers.of(request);
        Map<String, Entry> now = present(found, request);
        for (int i = 0; i < found.size(); i++) {
            IBaseResource resource = found.getResource(i);
            if (resource != null && (hides(caller, resource, authors(resource)) || hides(caller, now, resource))) {
                found.setResource(i, null);
            }
        }
    }

    /** An old version is as hidden as the present one. */
    private Map<String, Entry> present(IPreResourceShowDetails found, RequestDetails request) {
        boolean history = request.getRestOperationType() == RestOperationTypeEnum.HISTORY_TYPE
                || request.getRestOperationType() == RestOperationTypeEnum.HISTORY_SYSTEM;
        if (!history) {
            return Map.of();
        }
        List<String> references = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            IBaseResource resource = found.getResource(i);
            if (resource != null) {
                references.add(reference(resource));
            }
        }
        return labels.find(references);
    }

    private boolean hides(Caller caller, Map<String, Entry> now, IBaseResource resource) {
        Entry entry = now.get(reference(resource));
        return entry != null && viewers.hides(caller, entry.labels(), entry.authors());
    }

    private boolean hides(Caller caller, IBaseResource resource, Set<String> authors) {
        return viewers.hides(caller, SecurityMeta.codes(resource), authors);
    }

    private static Set<String> authors(IBaseResource resource) {
        return resource.getMeta().getSecurity().isEmpty()
                ? Set.of()
                : new TreeSet<>(Written.authors((org.hl7.fhir.r4.model.Resource) resource));
    }

    private static String reference(IBaseResource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
