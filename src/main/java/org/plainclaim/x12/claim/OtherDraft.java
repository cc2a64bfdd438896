package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Person;
import org.plainclaim.x12.Said;

/** Another payer of a claim in the making (2320 and 2330). */
final class OtherDraft {
    private final CoverDraft cover;
    private final List<Adjustment> adjustments = new ArrayList<>(0);
    private @Nullable PartyDraft party;
    private @Nullable BigDecimal paid;
    private @Nullable LocalDate date;
    private String control = "";

    /** Begins with SBR. */
    OtherDraft(Said sbr) {
        cover = new CoverDraft(sbr);
    }

    /** Takes a segment of the loop; false if it has no place there. */
    boolean take(String id, Said said) {
        if (party != null) {
            return id.equals("NM1") ? name(said) : ofParty(id, said);
        }
        switch (id) {
            case "CAS" -> AdjustmentDrafts.take(said, adjustments);
            case "AMT" -> paid = said.text(1).equals("D") ? said.amount(2) : paid;
            case "OI", "MOA", "MIA" -> {
                // who signed is said of the claim; remarks decide nothing here
            }
            case "NM1" -> name(said);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean name(Said nm1) {
        PartyDraft named = new PartyDraft(nm1);
        party = named;
        switch (nm1.text(1)) {
            case "IL" -> cover.subscriber(named);
            case "PR" -> cover.payer(named);
            default -> {
                // other numbers of the claim's providers
            }
        }
        return true;
    }

    private boolean ofParty(String id, Said said) {
        if (id.equals("DTP")) {
            date = said.text(1).equals("573") ? said.date(3) : date;
            return true;
        }
        if (id.equals("REF") && said.text(1).equals("F8")) {
            control = said.text(2);
            return true;
        }
        return party != null && party.take(id, said);
    }

    String payerId() {
        return cover.payer().id();
    }

    /** Day of the remittance, if it is said of the whole claim. */
    @Nullable
    LocalDate date() {
        return date;
    }

    /** What is made of it; the day stands at the lines if they were decided one by one. */
    OtherCover made(Person patient, @Nullable LocalDate ofLines, Said said) {
        BigDecimal amount = paid;
        LocalDate day = date == null ? ofLines : date;
        Decision decision = amount == null || day == null ? null : new Decision(amount, day, control);
        if (amount != null && day == null) {
            said.wrong("the day on which another payer decided is missing (DTP*573)");
        }
        Cover made = cover.made(cover.relationship(), holder(patient));
        return new OtherCover(made, decision, adjustments);
    }

    /** A patient who holds both coverages is said to be born only once. */
    private Person holder(Person patient) {
        Person said = cover.subscriber().person();
        boolean same = cover.relationship().equals(Cover.SELF)
                && said.last().equals(patient.last())
                && said.first().equals(patient.first());
        return same ? patient : said;
    }
}
