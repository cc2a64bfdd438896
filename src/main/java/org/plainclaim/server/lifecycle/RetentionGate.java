package org.plainclaim.server.lifecycle;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Retention;
import org.plainclaim.audit.Retention.Kept;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.server.submission.LoggedClaim;

/** Refuses to delete what a claim that was sent rests on, as long as a payer may ask for it. */
@Interceptor
public final class RetentionGate {
    private static final int CONFLICT = 409;
    private static final Set<String> BILLED =
            Set.of("Claim", "ClaimResponse", "ExplanationOfBenefit", "Provenance", "Task");

    private final RestingClaims claims;
    private final Supplier<RuleLibrary> rules;
    private final Clock clock;

    RetentionGate(RestingClaims claims, Supplier<RuleLibrary> rules, Clock clock) {
        this.claims = claims;
        this.rules = rules;
        this.clock = clock;
    }

    /** Something is about to be deleted; what others only referred to so far was in no claim that was sent. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleting(@Nullable IBaseResource resource) {
        if (resource == null) {
            return;
        }
        String type = resource.fhirType();
        String id = resource.getIdElement().getIdPart();
        LocalDate today = LocalDate.now(clock);
        for (LoggedClaim sent : claims.of(type, id)) {
            Optional<Kept> kept = kept(sent);
            if (kept.isEmpty()) {
                throw refused(type + "/" + id + " belongs to " + sent.claim() + ", which was sent to a payer; how long"
                        + " that is kept is not checked, for no rule of the payer says so. Add a row to"
                        + " retention.csv of the payer, or keep it.");
            }
            if (!kept.get().until().isBefore(today)) {
                throw refused(type + "/" + id + " belongs to " + sent.claim() + ", which was sent to a payer, and is"
                        + " kept until " + kept.get().until() + ": rule "
                        + kept.get().rule().rule() + " ("
                        + kept.get().rule().source().citation() + ").");
            }
        }
    }

    /**
     * What says that it was billed - the claim, its answers, its derivation - is kept longer than what it rests on, and does
     * not keep that from being deleted once its time is over; the references stay, and lead to nothing.
     */
    @Hook(Pointcut.STORAGE_PRESTORAGE_DELETE_CONFLICTS)
    public void referring(DeleteConflictList conflicts) {
        conflicts.removeIf(conflict -> BILLED.contains(conflict.getSourceId().getResourceType())
                && over(
                        conflict.getTargetId().getResourceType(),
                        conflict.getTargetId().getIdPart()));
    }

    private boolean over(String type, String id) {
        List<LoggedClaim> sent = claims.of(type, id);
        LocalDate today = LocalDate.now(clock);
        return !sent.isEmpty()
                && sent.stream().allMatch(one -> kept(one)
                        .map(kept -> kept.until().isBefore(today))
                        .orElse(false));
    }

    private Optional<Kept> kept(LoggedClaim sent) {
        RuleLibrary library = rules.get();
        RuleBook book = library.book(sent.submission().cover().payer().book()).orElseGet(library::base);
        return Retention.billing(RestingClaims.service(sent), book);
    }

    private static UnclassifiedServerFailureException refused(String why) {
        return new UnclassifiedServerFailureException(CONFLICT, why);
    }
}
