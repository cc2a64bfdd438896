package org.plainclaim.x12.claim;

import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.x12.Said;

/** Where in the hierarchy a file is: the billing provider, the subscriber and the patient at hand. */
final class Levels {
    private static final int LONGEST_NUMBER = 9;

    private LevelDraft billing = new LevelDraft("20");
    private LevelDraft subscriber = new LevelDraft("22");
    private @Nullable LevelDraft patient;
    private LevelDraft last = billing;
    private long number;
    private String billingNumber = "";
    private String subscriberNumber = "";
    private boolean childless;
    private boolean checked;

    /** The next level begins. */
    void begin(Said hl) {
        number++;
        if (!is(hl.text(1), number)) {
            hl.wrong(1, "does not count the levels one by one");
        }
        checked = false;
        patient = null;
        switch (hl.text(3)) {
            case "20" -> {
                billing = new LevelDraft("20");
                subscriber = new LevelDraft("22");
                last = billing;
                parent(hl, "");
                billingNumber = hl.text(1);
                subscriberNumber = "";
            }
            case "22" -> {
                subscriber = new LevelDraft("22");
                last = subscriber;
                parent(hl, billingNumber);
                subscriberNumber = hl.text(1);
                childless = hl.text(4).equals("0");
            }
            case "23" -> {
                last = new LevelDraft("23");
                patient = last;
                parent(hl, subscriberNumber);
                if (childless) {
                    hl.wrong("the level above is said to have none below it");
                }
            }
            default -> {
                hl.wrong(3, "is no level of a claim");
                last = new LevelDraft("");
            }
        }
    }

    private static boolean is(String text, long number) {
        return text.length() <= LONGEST_NUMBER && text.equals(Long.toString(number));
    }

    private static void parent(Said hl, String expected) {
        boolean first = hl.text(3).equals("20");
        if (!hl.text(2).equals(expected) || (!first && expected.isEmpty())) {
            hl.wrong(2, "does not point to the level above");
        }
    }

    /** Takes a segment of the level at hand; false if it has no place there. */
    boolean take(String id, Said said) {
        return last.take(id, said);
    }

    /** A claim comes: says once what the levels above it lack. */
    void claim(Said clm) {
        if (checked) {
            return;
        }
        checked = true;
        billing.check(clm);
        subscriber.check(clm);
        LevelDraft dependent = patient;
        if (last == billing) {
            clm.wrong("a claim has to stand below a subscriber");
        } else if (dependent != null) {
            dependent.check(clm);
        } else if (!subscriber.coverRelationship().equals(Cover.SELF)) {
            clm.wrong("the patient is not the subscriber (SBR02), but is not said either");
        }
    }

    LevelDraft billing() {
        return billing;
    }

    Person patient() {
        return (patient == null ? subscriber : patient).person();
    }

    /** The coverage that the claim goes to. */
    Cover cover() {
        String relation = patient == null ? Cover.SELF : patient.relationship();
        Cover cover = subscriber.cover(relation);
        return cover != null
                ? cover
                : new Cover(0, new Payer("", "", ""), "", relation, "", "", "", patient(), null, null, "");
    }
}
