package org.plainclaim.x12.claim;

import org.plainclaim.submission.Form;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SyntaxError;

/** The beginning of a transaction in the making: BHT, 1000A and 1000B. */
final class HeaderDraft {
    private final Controls controls;
    private final Form form;
    private boolean begun;
    private String reference = "";
    private PartyDraft submitter = new PartyDraft();
    private PartyDraft receiver = new PartyDraft();
    private PartyDraft party = submitter;
    private String contact = "";

    HeaderDraft(Controls controls, Form form) {
        this.controls = controls;
        this.form = form;
    }

    boolean take(String id, Said said) {
        switch (id) {
            case "BHT" -> {
                begun = true;
                reference = said.text(3);
            }
            case "NM1" -> {
                return name(said);
            }
            case "PER" -> {
                contact = contact.isEmpty() ? said.text(2) : contact;
                party.take(id, said);
            }
            case "REF" -> {
                // the version stands elsewhere
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean name(Said nm1) {
        party = new PartyDraft(nm1);
        switch (nm1.text(1)) {
            case "41" -> submitter = party;
            case "40" -> receiver = party;
            default -> {
                return false;
            }
        }
        return true;
    }

    ClaimHeader made(Said said) {
        if (!begun || submitter.id().isEmpty() || receiver.id().isEmpty()) {
            said.wrong("BHT, NM1*41 or NM1*40 is missing", SyntaxError.SEGMENT_MISSING);
        }
        return new ClaimHeader(
                controls,
                form,
                reference,
                new Submitter(
                        submitter.name(), submitter.id(), contact, submitter.phone(), receiver.name(), receiver.id()));
    }
}
