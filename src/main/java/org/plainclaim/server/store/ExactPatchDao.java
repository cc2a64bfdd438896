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

/** HAPI's data access object with {@link ExactJsonPatch} in place of its own JSON Patch. */
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
        boolean json = type == PatchTypeEnum.JSON_PATCH;
        if (json) {
            transaction.putUserData(PENDING, body);
        }
        // a FHIR patch without operations brings the unchanged resource to the method below
        PatchTypeEnum passed = json ? PatchTypeEnum.FHIR_PATCH_JSON : type;
        return super.patchInTransaction(
                id,
                condition,
                index,
                passed,
                body,
                json ? new Parameters() : parameters,
                request,
                transaction,
                partition);
    }

    @Override
    protected DaoMethodOutcome doUpdateForUpdateOrPatch(UpdateParameters<T> update) {
        TransactionDetails transaction = update.getTransactionDetails();
        String pending = transaction.getUserData(PENDING);
        if (pending != null) {
            transaction.putUserData(PENDING, null);
            T patched = ExactJsonPatch.apply(getContext(), update.getResource(), pending);
            preProcessResourceForStorage(patched, update.getRequest(), transaction, true);
            update.setResource(patched);
        }
        return super.doUpdateForUpdateOrPatch(update);
    }
}
