package org.plainclaim.server.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.submission.Responses.About;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Submission;
import org.plainclaim.work.Cause;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;

/** What somebody has to do so that a claim leaves. */
final class ClaimWork implements HeldClaims {
    private final WorkQueue queue;
    private final Owners owners;
    private final FilingClock filing;
    private final Responses responses;
    private final Decisions decisions;

    ClaimWork(WorkQueue queue, Owners owners, FilingClock filing, Told told) {
        this.queue = queue;
        this.owners = owners;
        this.filing = filing;
        this.responses = told.responses();
        this.decisions = told.decisions();
    }

    /**
     * Who else hears of it.
     *
     * @param responses the answers that the EHR sees
     * @param decisions what is written down
     */
    record Told(Responses responses, Decisions decisions) {}

    /** Why a claim was not taken; none if it was. */
    void objections(About about, List<Objection> objections) {
        Submission submission = about.gathered().submission();
        String patient = about.claim().getPatient().getReference();
        Cause cause = new Cause(
                about.reference() + "/submit/" + submission.cover().order(),
                about.reference(),
                patient == null ? "" : patient,
                submission.charge(),
                filing.lastDay(submission));
        Map<String, Objection> byRule = new LinkedHashMap<>();
        objections.forEach(objection -> byRule.putIfAbsent(objection.rule(), objection));
        List<WorkItem> items = new ArrayList<>();
        byRule.values()
                .forEach(objection ->
                        items.add(cause.item(owners, objection.rule(), objection.message(), objection.fix())));
        queue.replace(cause.name(), items, "The claim passed its checks.");
        String rules = String.join(" ", byRule.keySet());
        decide(about, rules.isEmpty() ? "passed" : "refused", rules.isEmpty() ? Map.of() : Map.of("rules", rules));
    }

    /** A claim was taken into the outbox. */
    void submitted(About about, String number) {
        decide(
                about,
                "submitted",
                Map.of(
                        "claim-number",
                        number,
                        "payer",
                        about.gathered().submission().cover().payer().id()));
    }

    private void decide(About about, String name, Map<String, String> details) {
        String patient = about.claim().getPatient().getReference();
        String version = about.reference() + "/_history/" + about.version();
        decisions.made(
                new Decision(name, patient == null ? "" : patient, about.reference(), List.of(version), details));
    }

    private void decide(LoggedClaim claim, String name, Map<String, String> details) {
        Map<String, String> all = new LinkedHashMap<>(details);
        all.put("claim-number", claim.number());
        all.put("payer", claim.payer());
        String version = claim.claim() + "/_history/" + claim.version();
        decisions.made(new Decision(name, claim.patient(), claim.claim(), List.of(version), all));
    }

    @Override
    public void held(LoggedClaim claim, Hold why, String detail) {
        String message = detail.isEmpty() ? why.message() : why.message() + " " + detail;
        queue.raise(cause(claim).item(owners, why.code(), message, why.fix()));
        responses.standing(claim.response(), why, detail);
        decide(claim, "held", Map.of("rules", why.code()));
    }

    @Override
    public void released(LoggedClaim claim) {
        settle(claim);
        responses.standing(claim.response(), null, "");
        decide(claim, "released", Map.of());
    }

    /** The claim is held no more, or for nothing any more. */
    void settle(LoggedClaim claim) {
        queue.replace(cause(claim).name(), List.of(), "The claim is not held any more.");
    }

    @Override
    public void undeliverable(LoggedInterchange interchange, List<LoggedClaim> claims, String why) {
        BigDecimal money =
                claims.stream().map(claim -> claim.submission().charge()).reduce(Money.ZERO, BigDecimal::add);
        LocalDate due = claims.stream()
                .map(claim -> filing.lastDay(claim.submission()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        LoggedClaim only = claims.size() == 1 ? claims.get(0) : null;
        Cause cause = new Cause(
                undeliverable(interchange),
                only == null ? "" : only.claim(),
                only == null ? "" : only.patient(),
                money,
                due);
        queue.raise(cause.item(
                owners,
                "file-undeliverable",
                "The partner " + interchange.partner() + " refuses a file of claims: " + why + ".",
                "Look at what the partner asks for (address, size, a file of the same name); it is tried again every"
                        + " hour and after a start of the server."));
    }

    @Override
    public void delivered(LoggedInterchange interchange, List<LoggedClaim> claims) {
        String control = String.valueOf(interchange.control());
        claims.forEach(claim -> decide(
                claim,
                "sent",
                Map.of("partner", interchange.partner(), "kind", interchange.kind(), "control", control)));
        queue.replace(undeliverable(interchange), List.of(), "The file is at the partner.");
    }

    private static String undeliverable(LoggedInterchange interchange) {
        return "interchange/" + interchange.id() + "/sending";
    }

    private Cause cause(LoggedClaim claim) {
        return new Cause(
                claim.claim() + "/sending/" + claim.number(),
                claim.claim(),
                claim.patient(),
                claim.submission().charge(),
                filing.lastDay(claim.submission()));
    }
}
