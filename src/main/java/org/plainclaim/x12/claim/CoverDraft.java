package org.plainclaim.x12.claim;

import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Person;
import org.plainclaim.x12.Said;

/** A coverage in the making: SBR, and who holds it and who pays. */
final class CoverDraft {
    private final int order;
    private final String relationship;
    private final String group;
    private final String plan;
    private final String insuranceType;
    private final String filing;
    private PartyDraft subscriber = new PartyDraft();
    private PartyDraft payer = new PartyDraft();

    /** Begins with SBR. */
    CoverDraft(Said sbr) {
        order = PayerOrder.place(sbr.text(1));
        relationship = sbr.text(2);
        group = sbr.text(3);
        plan = sbr.text(4);
        insuranceType = sbr.text(5);
        filing = sbr.text(9);
        if (order == 0) {
            sbr.wrong(1, "names no place among the payers");
        }
    }

    String relationship() {
        return relationship;
    }

    void subscriber(PartyDraft party) {
        subscriber = party;
    }

    void payer(PartyDraft party) {
        payer = party;
    }

    PartyDraft subscriber() {
        return subscriber;
    }

    PartyDraft payer() {
        return payer;
    }

    Cover made(String relation, Person holder) {
        return new Cover(
                order,
                payer.payer(),
                filing,
                relation,
                subscriber.id(),
                group,
                plan,
                holder,
                null,
                null,
                insuranceType);
    }
}
