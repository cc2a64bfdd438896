package org.plainclaim.server.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.submission.Responses.About;
import org.plainclaim.submission.Submission;
import org.plainclaim.work.Cause;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;

/** What somebody has to do so that a claim leaves. */
final class ClaimWork implements HeldClaims {
    private final WorkQueue queue;
    private final Owners owners;
    private final Responses responses;

    ClaimWork(WorkQueue queue, Owners owners, Responses responses) {
        this.queue = queue;
        this.owners = owners;
        this.responses = responses;
    }

    /** Why a claim was not taken; none if it was. */
    void objections(About about, List<Objection> objections) {
        Submission submission = about.gathered().submission();
        String patient = about.claim().getPatient().getReference();
        Cause cause = new Cause(
                about.reference() + "/submit/" + submission.cover().order(),
                about.reference(),
                patient == null ? "" : patient,
                submission.charge(),
                null);
        Map<String, Objection> byRule = new LinkedHashMap<>();
        objections.forEach(objection -> byRule.putIfAbsent(objection.rule(), objection));
        List<WorkItem> items = new ArrayList<>();
        byRule.values()
                .forEach(objection ->
                        items.add(cause.item(owners, objection.rule(), objection.message(), objection.fix())));
        queue.replace(cause.name(), items, "The claim passed its checks.");
    }

    @Override
    public void held(LoggedClaim claim, Hold why, String detail) {
        String message = detail.isEmpty() ? why.message() : why.message() + " " + detail;
        queue.raise(cause(claim).item(owners, why.code(), message, why.fix()));
        responses.standing(claim.response(), why, detail);
    }

    @Override
    public void released(LoggedClaim claim) {
        settle(claim);
        responses.standing(claim.response(), null, "");
    }

    /** The claim is held no more, or for nothing any more. */
    void settle(LoggedClaim claim) {
        queue.replace(cause(claim).name(), List.of(), "The claim is not held any more.");
    }

    private static Cause cause(LoggedClaim claim) {
        return new Cause(
                claim.claim() + "/sending/" + claim.number(),
                claim.claim(),
                claim.patient(),
                claim.submission().charge(),
                null);
    }
}
