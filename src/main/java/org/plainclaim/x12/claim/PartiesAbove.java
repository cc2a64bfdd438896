package org.plainclaim.x12.claim;

import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.SegmentText;

/** The loops above a claim, without their HL: claims with the same text share the loop. */
final class PartiesAbove {
    private static final Provider NOBODY = Provider.clinician("", "", "", "");

    private final Loops out;
    private final PartyLoops parties;

    PartiesAbove(Loops out) {
        this.out = out;
        this.parties = new PartyLoops(out);
    }

    /** Loop 2000A: who bills. */
    SegmentText billing(Submission claim) {
        Provider billing = claim.provider(Role.BILLING).orElse(NOBODY);
        out.loop("2000A");
        parties.taxonomy("BI", billing);
        billingProvider(billing);
        claim.provider(Role.PAY_TO).ifPresent(this::payTo);
        return out.cut();
    }

    /** Loop 2010AA. */
    private void billingProvider(Provider billing) {
        out.loop("2010AA");
        parties.numbered("85", billing);
        parties.site(billing.address());
        out.segment("REF", "EI", out.digits("REF02", billing.taxId(), 9));
        if (!billing.phone().isEmpty()) {
            out.segment(
                    "PER", "IC", out.name("PER02", billing.name(), 60), "TE", out.digits("PER04", billing.phone(), 10));
        }
    }

    /** Loop 2010AB: only where; the name is that of who bills. */
    private void payTo(Provider payTo) {
        out.loop("2010AB");
        out.segment("NM1", "87", payTo.kind() == Provider.Kind.PERSON ? "1" : "2");
        parties.address(payTo.address());
    }

    /** Loop 2000B: who holds the coverage. */
    SegmentText subscriber(Submission claim) {
        Cover cover = claim.cover();
        out.loop("2000B");
        out.segment(
                "SBR",
                PayerOrder.code(out, cover.order()),
                cover.ofPatient() ? Cover.SELF : "",
                out.optional("SBR03", cover.group(), 50),
                cover.group().isEmpty() ? out.text("SBR04", cover.plan(), 60) : "",
                PayerOrder.insuranceType(out, claim.heading().form(), cover),
                "",
                "",
                "",
                out.code("SBR09", cover.filing(), 2));
        subscriberName(claim);
        out.loop("2010BB");
        parties.payer(cover.payer());
        return out.cut();
    }

    /** Loop 2010BA. */
    private void subscriberName(Submission claim) {
        Cover cover = claim.cover();
        boolean self = cover.ofPatient();
        Person subscriber = self ? claim.patient() : cover.subscriber();
        out.loop("2010BA");
        parties.person("IL", subscriber, out.code("NM109", cover.memberId(), 80));
        if (self) {
            parties.address(subscriber.address());
            parties.demographics(subscriber);
        } else {
            parties.optionalAddress(subscriber.address());
            if (subscriber.birthDate() != null && !subscriber.sex().isEmpty()) {
                parties.demographics(subscriber);
            }
        }
    }

    /** Loop 2000C: who was treated, if somebody else than the subscriber. */
    SegmentText patient(Submission claim) {
        out.loop("2000C");
        out.segment("PAT", out.code("PAT01", claim.cover().relationship(), 2));
        out.loop("2010CA");
        parties.person("QC", claim.patient(), "");
        parties.address(claim.patient().address());
        parties.demographics(claim.patient());
        return out.cut();
    }
}
