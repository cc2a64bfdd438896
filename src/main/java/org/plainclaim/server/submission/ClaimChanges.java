package org.plainclaim.server.submission;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Claim;

/** Sees to it that no claim leaves that is not what its Claim says any more, in the transaction that changes it. */
@Interceptor
public final class ClaimChanges {
    private final Outbox outbox;
    private final SubmissionLog log;
    private final HeldClaims held;

    ClaimChanges(Tables tables, HeldClaims held) {
        this.outbox = tables.outbox();
        this.log = tables.log();
        this.held = held;
    }

    /** A new version: the submitted one stays here until somebody submits again. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource former, IBaseResource resource) {
        keepBack(resource);
    }

    /** The Claim is gone. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        keepBack(resource);
    }

    private void keepBack(IBaseResource resource) {
        if (resource instanceof Claim claim) {
            String reference = "Claim/" + claim.getIdElement().getIdPart();
            for (String number : outbox.ready(reference)) {
                if (outbox.hold(number, Hold.CHANGED)) {
                    log.claim(number).ifPresent(one -> held.held(one, Hold.CHANGED, ""));
                }
            }
        }
    }
}
