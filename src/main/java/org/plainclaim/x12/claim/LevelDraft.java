package org.plainclaim.x12.claim;

import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;
import org.plainclaim.x12.Said;

/** One level (2000A, 2000B or 2000C) in the making; claims below it share what it says. */
final class LevelDraft {
    private final String code;
    private String taxonomy = "";
    private String relationship = "";
    private PartyDraft billing = new PartyDraft();
    private @Nullable PartyDraft payTo;
    private @Nullable PartyDraft patient;
    private @Nullable CoverDraft cover;
    private @Nullable PartyDraft party;
    private @Nullable Provider madeBilling;
    private @Nullable Person madePatient;
    private @Nullable Cover madeCover;

    LevelDraft(String code) {
        this.code = code;
    }

    /** Takes a segment of the level; false if it has no place there. */
    boolean take(String id, Said said) {
        return switch (id) {
            case "NM1" -> name(said);
            case "SBR" -> {
                cover = new CoverDraft(said);
                yield code.equals("22");
            }
            case "PAT" -> {
                relationship = said.text(1);
                yield !code.equals("20");
            }
            case "PRV" -> {
                taxonomy = said.text(3);
                yield code.equals("20");
            }
            case "CUR" -> code.equals("20");
            default -> party != null && party.take(id, said);
        };
    }

    private boolean name(Said nm1) {
        PartyDraft named = new PartyDraft(nm1);
        party = named;
        switch (code + nm1.text(1)) {
            case "2085" -> {
                named.taxonomy(taxonomy);
                billing = named;
            }
            case "2087" -> payTo = named;
            case "22IL" -> covered(nm1).subscriber(named);
            case "22PR" -> covered(nm1).payer(named);
            case "23QC" -> patient = named;
            default -> {
                return code.equals("20") && nm1.text(1).equals("PE");
            }
        }
        return true;
    }

    private CoverDraft covered(Said nm1) {
        CoverDraft known = cover;
        if (known == null) {
            nm1.wrong("SBR has to come first");
            known = new CoverDraft(nm1);
            cover = known;
        }
        return known;
    }

    /** Says what the level lacks, as soon as a claim comes below it. */
    void check(Said said) {
        CoverDraft known = cover;
        switch (code) {
            case "20" -> lack(said, billing.name().isEmpty(), "NM1*85");
            case "22" -> {
                lack(said, known == null, "SBR");
                lack(said, known != null && known.subscriber().name().isEmpty(), "NM1*IL");
                lack(said, known != null && known.payer().id().isEmpty(), "NM1*PR");
            }
            default -> {
                lack(said, relationship.isEmpty(), "PAT");
                lack(said, patient == null, "NM1*QC");
            }
        }
    }

    private void lack(Said said, boolean missing, String segment) {
        if (missing) {
            said.wrong("the level above the claim has no " + segment, org.plainclaim.x12.SyntaxError.SEGMENT_MISSING);
        }
    }

    Provider billing() {
        Provider known = madeBilling;
        if (known == null) {
            known = billing.provider();
            madeBilling = known;
        }
        return known;
    }

    @Nullable
    Provider payTo() {
        return payTo == null ? null : payTo.provider();
    }

    String relationship() {
        return relationship;
    }

    /** The relation that the subscriber's level says the patient has to the subscriber. */
    String coverRelationship() {
        return cover == null ? "" : cover.relationship();
    }

    /** Who was treated, if this is the patient's level; else who holds the coverage. */
    Person person() {
        Person known = madePatient;
        if (known == null) {
            PartyDraft who = patient != null ? patient : cover != null ? cover.subscriber() : new PartyDraft();
            known = who.person();
            madePatient = known;
        }
        return known;
    }

    /** The coverage that the claims below go to. */
    @Nullable
    Cover cover(String relation) {
        Cover known = madeCover;
        CoverDraft draft = cover;
        if (draft != null && (known == null || !known.relationship().equals(relation))) {
            known = draft.made(relation, person());
            madeCover = known;
        }
        return known;
    }
}
