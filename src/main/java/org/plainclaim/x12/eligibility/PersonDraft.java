package org.plainclaim.x12.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Person;
import org.plainclaim.x12.Said;

/** A subscriber or dependent while its segments are read. */
final class PersonDraft {
    private String last = "";
    private String first = "";
    private String middle = "";
    private String suffix = "";
    private String id = "";
    private String line = "";
    private String line2 = "";
    private String city = "";
    private String state = "";
    private String zip = "";
    private @Nullable LocalDate birth;
    private String sex = "";
    private String relationship = "";
    private boolean corrected;

    /** Takes a segment of loop 2100C or 2100D; false if it is none about the person. */
    boolean take(String segment, Said said) {
        switch (segment) {
            case "NM1" -> name(said);
            case "N3" -> {
                line = said.text(1);
                line2 = said.text(2);
            }
            case "N4" -> {
                city = said.text(1);
                state = said.text(2);
                zip = said.text(3);
            }
            case "DMG" -> {
                birth = said.date(2);
                sex = said.text(3);
            }
            case "INS" -> {
                relationship = said.text(2);
                corrected = said.text(3).equals("001") && said.text(4).equals("25");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void name(Said said) {
        last = said.text(3);
        first = said.text(4);
        middle = said.text(5);
        suffix = said.text(7);
        id = said.text(9);
    }

    String id() {
        return id;
    }

    String relationship() {
        return relationship;
    }

    boolean corrected() {
        return corrected;
    }

    Person made() {
        return new Person(last, first, middle, suffix, birth, sex, new Address(line, line2, city, state, zip));
    }
}
