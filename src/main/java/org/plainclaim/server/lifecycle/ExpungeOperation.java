package org.plainclaim.server.lifecycle;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.ExpungeOptions;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.store.PracticeSql;

/**
 * {@code $expunge}: erases from the store what was deleted, with all its versions.
 *
 * <p>What has to be kept can not be deleted, and so not erased; the audit trail keeps that it was there, and who did what.
 */
public final class ExpungeOperation {
    private static final int MOST_VERSIONS = 10_000;

    private static final String REFERRING = "select count(*) from HFJ_RES_LINK l join HFJ_RESOURCE t on t.RES_ID ="
            + " l.TARGET_RESOURCE_ID and t.PARTITION_ID = {practice} where l.PARTITION_ID = {practice} and"
            + " t.RES_TYPE = ? and t.FHIR_ID = ?";

    private final DaoRegistry daos;
    private final PracticeSql sql;
    private final Decisions decisions;

    ExpungeOperation(DaoRegistry daos, PracticeSql sql, Decisions decisions) {
        this.daos = daos;
        this.sql = sql;
        this.decisions = decisions;
    }

    /** Erases one resource; the answer is how many versions of it there were. */
    @Operation(name = "$expunge", global = true)
    public Parameters expunge(@IdParam IdType id, RequestDetails request) {
        IdType plain = new IdType(request.getResourceName(), id.getIdPart());
        IFhirResourceDao<?> dao = daos.getResourceDao(request.getResourceName());
        if (!deleted(dao, plain)) {
            throw new ResourceVersionConflictException(plain.getValue()
                    + " is not deleted: delete it first, which is refused as long as it has to be kept.");
        }
        ExpungeOptions all = new ExpungeOptions()
                .setExpungeDeletedResources(!referred(plain))
                .setExpungeOldVersions(true)
                .setLimit(MOST_VERSIONS);
        int versions = dao.expunge(plain, all, new SystemRequestDetails()).getDeletedCount();
        decisions.made(
                new Decision("erased", "", plain.getValue(), List.of(), Map.of("versions", String.valueOf(versions))));
        Parameters answer = new Parameters();
        answer.addParameter().setName("count").setValue(new IntegerType(versions));
        return answer;
    }

    /** Of what others still refer to, that it was deleted stays, and nothing that it said. */
    private boolean referred(IdType id) {
        Integer links = sql.queryForObject(REFERRING, Integer.class, id.getResourceType(), id.getIdPart());
        return links != null && links > 0;
    }

    /**
     * Whether it was deleted.
     *
     * @throws ResourceNotFoundException if it never was there, or is erased already
     */
    private static boolean deleted(IFhirResourceDao<?> dao, IdType id) {
        try {
            dao.read(id, new SystemRequestDetails());
            return false;
        } catch (ResourceGoneException gone) {
            return true;
        }
    }
}
