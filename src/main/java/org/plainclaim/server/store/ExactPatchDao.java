package org.plainclaim.server.store;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.dao.JpaResourceDao;
import ca.uhn.fhir.jpa.update.UpdateParameters;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** HAPI's data access object with {@link PendingPatch} in place of its own patching. */
@SuppressWarnings("unchecked") // HAPI's own class narrows a generic method
final class ExactPatchDao<T extends IBaseResource> extends JpaResourceDao<T> {
    private static final String PENDING = ExactPatchDao.class.getName();

    @Override
    @SuppressWarnings("TooManyParameters")
    public DaoMethodOutcome patchInTransaction(
            @Nullable IIdType id,
            @Nullable String condition,
            boolean index,
            PatchTypeEnum type,
            @Nullable String body,
            @Nullable IBaseParameters parameters,
            RequestDetails request,
            TransactionDetails transaction,
            RequestPartitionId partition) {
        transaction.putUserData(PENDING, new PendingPatch(type, body, parameters));
        // a FHIR patch without operations brings the unchanged resource to the method below
        return super.patchInTransaction(
                id,
                condition,
                index,
                PatchTypeEnum.FHIR_PATCH_JSON,
                body,
                new Parameters(),
                request,
                transaction,
                partition);
    }

    @Override
    protected DaoMethodOutcome doUpdateForUpdateOrPatch(UpdateParameters<T> update) {
        TransactionDetails transaction = update.getTransactionDetails();
        PendingPatch pending = transaction.getUserData(PENDING);
        if (pending != null) {
            transaction.putUserData(PENDING, null);
            T patched = pending.apply(getContext(), update.getResource());
            preProcessResourceForStorage(patched, update.getRequest(), transaction, true);
            update.setResource(patched);
        }
        return super.doUpdateForUpdateOrPatch(update);
    }
}
