package org.plainclaim.server.submission;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ClaimStatus;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.NeededDiagnoses.Needed;
import org.plainclaim.server.submission.Responses.About;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Submits a stored Claim: its ClaimResponse and its place in the outbox are written in one transaction, or neither. */
public final class Submitting {
    private static final int ATTEMPTS = 8;

    private final IFhirResourceDao<Claim> claims;
    private final IHapiTransactionService transactions;
    private final Parts parts;

    Submitting(DaoRegistry daos, IHapiTransactionService transactions, Parts parts) {
        this.claims = daos.getResourceDao(Claim.class);
        this.transactions = transactions;
        this.parts = parts;
    }

    /**
     * What submitting is made of.
     *
     * @param tables the tables
     * @param gathering reads a claim with all it takes
     * @param gate keeps claims back
     * @param routes the trading partners
     * @param responses the ClaimResponses
     * @param desk things to do
     * @param schedule sends what waits
     * @param before what is done before the transaction begins
     * @param needed takes off what a payer need not know
     */
    record Parts(
            Tables tables,
            ClaimGathering gathering,
            ClaimGate gate,
            Routes routes,
            Responses responses,
            ClaimWork desk,
            DispatchSchedule schedule,
            BeforeSubmitting before,
            BiFunction<String, Submission, Needed> needed) {}

    /**
     * Submits the present version of a Claim. One that was submitted before gets the same answer and nothing else happens,
     * unless it was refused at the entrance: then the payer never had it, and it goes out again.
     *
     * @param id id of the Claim
     * @param coverage reference of the coverage that it goes to; null for the one that it says
     */
    public ClaimResponse submit(String id, @Nullable String coverage) {
        prepare(id, coverage);
        RuntimeException last = new ResourceVersionConflictException("The claim is being submitted; try again.");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return Objects.requireNonNull(transactions
                        .withRequest(new SystemRequestDetails())
                        .execute(status -> submitNow(id, coverage)));
            } catch (ResourceVersionConflictException | DataAccessException | TransactionException other) {
                // another call submitted it first: its answer is found when it is looked for again
                last = other;
            }
        }
        throw last;
    }

    /** A payer that is asked and waited for must hold no transaction open. */
    private void prepare(String id, @Nullable String coverage) {
        Claim claim = claims.read(new IdType("Claim", id), new SystemRequestDetails());
        fit(claim);
        if (claim.getStatus() == ClaimStatus.ACTIVE) {
            parts.before().prepare(parts.gathering().stored(id, FocalCoverage.of(coverage)));
        }
    }

    private ClaimResponse submitNow(String id, @Nullable String coverage) {
        Claim claim = claims.read(new IdType("Claim", id), new SystemRequestDetails());
        fit(claim);
        GatheredClaim gathered = parts.gathering().stored(id, FocalCoverage.of(coverage));
        int order = gathered.submission().cover().order();
        String reference = "Claim/" + claim.getIdElement().getIdPart();
        long version = claim.getIdElement().getVersionIdPartAsLong();
        Precedents before = Precedents.of(parts.tables().log(), reference, order);
        Optional<LoggedClaim> same = before.same(version).filter(logged -> logged.state() != ClaimState.REJECTED);
        if (same.isPresent() && same.get().hold() != Hold.UNWRITABLE) {
            return parts.responses().read(same.get().response());
        }
        Optional<ClaimResponse> withdrawn = withdraw(before, version);
        Precedents left = Precedents.of(parts.tables().log(), reference, order);
        if (claim.getStatus() == ClaimStatus.CANCELLED && left.atPayer().isEmpty()) {
            return withdrawn.orElseThrow(() -> Unfit.because(
                    "Claim.status",
                    "The Claim is cancelled, and the payer has nothing of it that could be taken back.",
                    "Nothing has to be submitted. To bill it after all, set Claim.status to active."));
        }
        int attempt = before.attempts(version) + (same.isPresent() ? 0 : 1);
        About about = new About(claim, gathered, attempt);
        return checked(about, left, same);
    }

    private static void fit(Claim claim) {
        if (claim.getUse() != Claim.Use.CLAIM) {
            throw Unfit.because(
                    "Claim.use",
                    "Only claims are submitted here.",
                    "Set Claim.use to claim; a request for prior authorization has use preauthorization.");
        }
        if (claim.getStatus() != ClaimStatus.ACTIVE && claim.getStatus() != ClaimStatus.CANCELLED) {
            throw Unfit.because(
                    "Claim.status",
                    "The Claim is a draft or was entered in error.",
                    "Set Claim.status to active once it is ready to be sent.");
        }
        Set<String> types = Set.of("professional", "institutional");
        if (claim.getType().getCoding().stream().noneMatch(coding -> types.contains(coding.getCode()))) {
            throw Unfit.because(
                    "Claim.type",
                    "Only professional and institutional claims are sent.",
                    "Set Claim.type to professional or institutional.");
        }
    }

    /** Earlier versions that wait do not leave any more; one that left in this very moment is found as gone. */
    private Optional<ClaimResponse> withdraw(Precedents before, long version) {
        Optional<ClaimResponse> last = Optional.empty();
        for (LoggedClaim waiting : before.waiting()) {
            if (waiting.version() != version
                    && parts.tables().log().move(waiting.number(), ClaimState.WITHDRAWN) == Move.DONE) {
                parts.desk().settle(waiting);
                last = Optional.of(parts.responses().withdrawn(waiting.response()));
            }
        }
        return last;
    }

    private ClaimResponse checked(About about, Precedents before, Optional<LoggedClaim> mended) {
        Needed needed = parts.needed().apply(about.reference(), about.gathered().submission());
        Submission read = needed.submission();
        Submission submission = new Heads(parts.tables().log()).on(read, before, about);
        GatheredClaim leaving = about.gathered().with(submission);
        List<Objection> objections = objections(leaving);
        parts.desk().objections(about, objections);
        if (!objections.isEmpty()) {
            return mended.map(held -> parts.responses().read(held.response()))
                    .orElseGet(() -> parts.responses().refused(about, objections));
        }
        Optional<TradingPartner> partner =
                parts.routes().ofPayer(submission.cover().payer().id());
        NewClaim claim = new NewClaim(
                about.reference(),
                about.version(),
                about.attempt(),
                about.response(),
                about.claim().getPatient().getReference(),
                partner.map(TradingPartner::id).orElse(""),
                before.atPayer().map(LoggedClaim::number).orElse(""),
                partner.isEmpty() ? Hold.NO_PARTNER : null,
                submission);
        ClaimResponse response = put(about, claim, mended);
        return needed.findings().isEmpty() ? response : parts.responses().leftOff(about.response(), needed.findings());
    }

    private ClaimResponse put(About about, NewClaim claim, Optional<LoggedClaim> mended) {
        String number = mended.map(LoggedClaim::number)
                .orElse(claim.submission().heading().id());
        if (mended.isPresent()) {
            parts.tables().outbox().renew(number, claim);
            parts.desk().settle(mended.get());
        } else {
            parts.tables().outbox().put(claim);
        }
        ClaimResponse response = parts.responses().queued(about, number, claim.hold());
        parts.desk().submitted(about, number);
        if (claim.hold() != null) {
            LoggedClaim held = parts.tables().log().claim(number).orElseThrow();
            parts.desk().held(held, claim.hold(), "");
        }
        parts.schedule().afterCommit();
        return response;
    }

    private List<Objection> objections(GatheredClaim claim) {
        List<Objection> objections = new ArrayList<>();
        claim.problems().forEach(problem -> objections.add(Objection.of(problem)));
        objections.addAll(parts.gate().objections(claim));
        return objections;
    }
}
