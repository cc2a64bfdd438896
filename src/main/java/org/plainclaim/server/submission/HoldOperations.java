package org.plainclaim.server.submission;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.IdType;

/** Keeps a submitted claim from leaving, and lets it go. */
public final class HoldOperations {
    private static final int CONFLICT = 409;

    private final IFhirResourceDao<Claim> claims;
    private final IHapiTransactionService transactions;
    private final Submitting.Parts parts;

    HoldOperations(DaoRegistry daos, IHapiTransactionService transactions, Submitting.Parts parts) {
        this.claims = daos.getResourceDao(Claim.class);
        this.transactions = transactions;
        this.parts = parts;
    }

    /** Holds a claim that waits to be sent. */
    @Operation(name = "$hold", typeName = "Claim")
    public ClaimResponse hold(@IdParam IdType claim) {
        return changed(claim, this::held);
    }

    /** Lets a claim go that somebody asked to hold. */
    @Operation(name = "$release", typeName = "Claim")
    public ClaimResponse release(@IdParam IdType claim) {
        return changed(claim, this::released);
    }

    private ClaimResponse changed(IdType claim, UnaryOperator<LoggedClaim> change) {
        return Objects.requireNonNull(
                transactions.withRequest(new SystemRequestDetails()).execute(status -> parts.responses()
                        .read(change.apply(waiting(claim)).response())));
    }

    /**
     * The version that waits.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is no such Claim
     */
    private LoggedClaim waiting(IdType claim) {
        claims.read(new IdType("Claim", claim.getIdPart()), new SystemRequestDetails());
        List<LoggedClaim> all = parts.tables().log().claimsOf("Claim/" + claim.getIdPart());
        return all.stream()
                .filter(logged -> logged.state() == ClaimState.READY || logged.state() == ClaimState.HELD)
                .findFirst()
                .orElseThrow(
                        () -> all.stream().anyMatch(logged -> logged.state().gone()) ? gone() : unknown());
    }

    private LoggedClaim held(LoggedClaim claim) {
        if (claim.hold() != null) {
            return claim;
        }
        if (!parts.tables().outbox().hold(claim.number(), Hold.ASKED)) {
            throw gone();
        }
        parts.desk().held(claim, Hold.ASKED, "");
        return claim;
    }

    private LoggedClaim released(LoggedClaim claim) {
        Hold hold = claim.hold();
        if (hold == null) {
            return claim;
        }
        if (hold != Hold.ASKED) {
            throw Unfit.because("Claim", hold.message(), hold.fix());
        }
        if (parts.tables().log().move(claim.number(), ClaimState.READY) == Move.DONE) {
            parts.desk().released(claim);
            parts.schedule().afterCommit();
        }
        return claim;
    }

    /** HAPI tries again after a version conflict, which this is not. */
    private static RuntimeException gone() {
        return new UnclassifiedServerFailureException(
                CONFLICT,
                "The claim is already on its way to the payer; to change it, change the Claim and submit it as a"
                        + " replacement, or cancel the Claim and submit that.");
    }

    private static RuntimeException unknown() {
        return Unfit.because(
                "Claim",
                "The Claim waits for nothing: it was not submitted.",
                "Submit it with Claim/$submit. To keep it from being submitted, set Claim.status to draft.");
    }
}
