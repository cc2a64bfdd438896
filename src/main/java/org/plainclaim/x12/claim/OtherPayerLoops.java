package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Submission;

/** Loops 2320 and 2330: the patient's other payers, and what they did with the claim. */
final class OtherPayerLoops {
    private static final int MOST = 10;

    private final Loops out;
    private final PartyLoops parties;
    private final Submission claim;

    private OtherPayerLoops(Loops out, Submission claim) {
        this.out = out;
        this.parties = new PartyLoops(out);
        this.claim = claim;
    }

    static void write(Loops out, Submission claim) {
        OtherPayerLoops loops = new OtherPayerLoops(out, claim);
        out.loop("2320");
        loops.order();
        claim.others().forEach(loops::otherSubscriber);
    }

    private void order() {
        if (claim.others().size() > MOST) {
            out.fault("SBR01", "there are more than " + MOST + " other payers");
        }
        Set<Integer> places = new HashSet<>(Set.of(claim.cover().order()));
        for (OtherCover other : claim.others()) {
            if (!places.add(other.cover().order())) {
                out.fault("SBR01", "two payers have the same place");
            }
        }
        if (claim.cover().order() > 1 && !places.contains(1)) {
            out.fault("SBR01", "is missing: the primary payer of a claim that goes to another one");
        }
    }

    /** Loop 2320. */
    private void otherSubscriber(OtherCover other) {
        Cover cover = other.cover();
        out.loop("2320");
        out.segment(
                "SBR",
                PayerOrder.code(out, cover.order()),
                out.code("SBR02", cover.relationship(), 2),
                out.optional("SBR03", cover.group(), 50),
                cover.group().isEmpty() ? out.text("SBR04", cover.plan(), 60) : "",
                PayerOrder.insuranceType(out, claim.heading().form(), cover),
                "",
                "",
                "",
                out.code("SBR09", cover.filing(), 2));
        new Adjustments(out).write(other.adjustments());
        Decision decision = other.decision();
        if (decision != null) {
            out.segment("AMT", "D", out.charge("AMT02", decision.paid()));
        }
        balance(other);
        Signatures signatures = claim.heading().signatures();
        out.segment("OI", "", "", signatures.benefits(), "", "", signatures.release());
        out.loop("2330A");
        parties.person("IL", cover.ofPatient() ? claim.patient() : cover.subscriber(), memberId(cover));
        parties.optionalAddress((cover.ofPatient() ? claim.patient() : cover.subscriber()).address());
        otherPayer(other);
    }

    private String memberId(Cover cover) {
        return out.code("NM109", cover.memberId(), 80);
    }

    /** Loop 2330B. */
    private void otherPayer(OtherCover other) {
        out.loop("2330B");
        parties.payer(other.cover().payer());
        Decision decision = other.decision();
        if (decision != null) {
            if (!decidedByLine(other)) {
                out.dated("573", decision.date());
            }
            out.reference("F8", decision.controlNumber());
        }
    }

    private boolean decidedByLine(OtherCover other) {
        return claim.lines().stream().anyMatch(line -> lineDecision(line, other) != null);
    }

    private static @org.jspecify.annotations.Nullable LineDecision lineDecision(Line line, OtherCover other) {
        String payer = other.cover().payer().id();
        for (LineDecision decision : line.decisions()) {
            if (decision.payerId().equals(payer)) {
                return decision;
            }
        }
        return null;
    }

    /** What was paid and what was taken off have to be the charge, or the next payer pays the wrong amount. */
    private void balance(OtherCover other) {
        Decision decision = other.decision();
        BigDecimal expected = paidByLine(other.cover().payer().id());
        boolean byLine = decidedByLine(other);
        if (decision == null) {
            if (byLine || !other.adjustments().isEmpty()) {
                out.fault("AMT02", "is missing: the payer took something off, but what it paid is not said");
            }
            return;
        }
        BigDecimal whole = byLine ? expected : claim.charge();
        if (whole.subtract(Adjustments.sum(other.adjustments())).compareTo(decision.paid()) != 0) {
            out.fault(
                    "AMT02",
                    byLine
                            ? "is not what was paid for the lines less the adjustments of the claim"
                            : "is not the charge less the adjustments of the claim");
        }
    }

    private BigDecimal paidByLine(String payer) {
        BigDecimal sum = Money.ZERO;
        for (Line line : claim.lines()) {
            for (LineDecision decision : line.decisions()) {
                sum = decision.payerId().equals(payer) ? sum.add(decision.paid()) : sum;
            }
        }
        return sum;
    }

    /** Ids of the payers that can have decided on a line; one that stands twice can not be told. */
    static Set<String> payers(List<OtherCover> others) {
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (OtherCover other : others) {
            if (!once.add(other.cover().payer().id())) {
                twice.add(other.cover().payer().id());
            }
        }
        once.removeAll(twice);
        return once;
    }
}
