package org.plainclaim.server.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.api.svc.ResolveIdentityMode;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Reference;

/**
 * Looks for all that a new resource refers to in one statement, or in few where they are many, where HAPI would ask for each by itself; what is not found is left
 * to {@link LenientLinks}. What a transaction has looked for is not looked for again.
 */
@Interceptor
public final class TargetsTogether {
    private static final Set<String> STORED = Set.copyOf(StoredTypes.offeredNames());
    private static final int WORTH_A_STATEMENT = 2;

    private final FhirContext fhir;
    private final IIdHelperService<JpaPid> ids;

    /** Looks by this; the context has to be that of the store. */
    public TargetsTogether(FhirContext fhir, IIdHelperService<JpaPid> ids) {
        this.fhir = fhir;
        this.ids = ids;
    }

    /** Before a new resource is stored, in its transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestPartitionId practice, TransactionDetails transaction) {
        Set<IIdType> targets = new HashSet<>();
        for (Reference reference : fhir.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            IIdType target = reference.getReferenceElement();
            if (target.hasIdPart()
                    && !target.hasBaseUrl()
                    && target.hasResourceType()
                    && STORED.contains(target.getResourceType())
                    && !transaction.hasResolvedResourceId(target)) {
                targets.add(target.toUnqualifiedVersionless());
            }
        }
        if (targets.size() >= WORTH_A_STATEMENT) {
            ids.resolveResourceIdentities(
                            practice,
                            targets,
                            ResolveIdentityMode.excludeDeleted().noCacheUnlessDeletesDisabled())
                    .forEach((target, found) -> transaction.addResolvedResourceId(target, found.getPersistentId()));
        }
    }
}
