package org.plainclaim.server.http;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.annotation.At;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.Since;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Meta;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.access.EntryGate;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.search.ShapingCheck;

/** The interactions at the base: transaction, batch and the history of everything. */
public final class SystemEndpoint {
    private final IFhirSystemDao<Bundle, Meta> dao;
    private final EntryCheck entries;
    private final TransactionReads reads;
    private final BundleGate gate;
    private final HiddenVersions hidden;

    public SystemEndpoint(IFhirSystemDao<Bundle, Meta> dao, DaoRegistry daos, SearchReader conditions, Gates gates) {
        this.gate = new BundleGate(gates.entries());
        this.hidden = gates.hidden();
        this.dao = dao;
        this.reads = new TransactionReads(daos, conditions);
        this.entries = new EntryCheck(conditions);
    }

    /**
     * What is not for everybody.
     *
     * @param entries who may do what an entry asks for
     * @param hidden whether versions are not counted
     */
    public record Gates(EntryGate entries, HiddenVersions hidden) {}

    /** Does every entry or none (transaction), or each on its own (batch). */
    @Transaction
    public Bundle transaction(RequestDetails request, @TransactionParam Bundle bundle) {
        entries.check(bundle);
        Caller caller = Callers.of(request);
        BundleGate.Judged judged = gate.judge(caller, bundle);
        if (bundle.getType() == BundleType.TRANSACTION) {
            reads.check(bundle, request);
        }
        boolean nothing =
                judged.bundle().getEntry().isEmpty() && !bundle.getEntry().isEmpty();
        Bundle answer =
                nothing ? new Bundle().setType(BundleType.BATCHRESPONSE) : dao.transaction(request, judged.bundle());
        return judged.whole(EntryOutcomes.plain(answer, caller));
    }

    /** All versions of all resources, newest first. */
    @History
    public IBundleProvider history(
            @Since @Nullable Date since,
            @At @Nullable DateRangeParam at,
            @Offset @Nullable Integer offset,
            RequestDetails request) {
        ShapingCheck.checkAll(request.getParameters());
        DateRangeParam range = HistoryEndpoint.range(since, at);
        return new ShownHistory(
                dao.history(range.getLowerBoundAsInstant(), range.getUpperBoundAsInstant(), offset, request),
                !hidden.hide(request));
    }
}
