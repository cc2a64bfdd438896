package org.plainclaim.x12.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;
import org.plainclaim.x12.Said;

/** A person or organization in the making: NM1 and what follows it. */
final class PartyDraft {
    private final boolean person;
    private final String name;
    private final String first;
    private final String middle;
    private final String suffix;
    private final String id;
    private String taxonomy = "";
    private String taxId = "";
    private String phone = "";
    private String street = "";
    private String street2 = "";
    private String city = "";
    private String state = "";
    private String zip = "";
    private String sex = "";
    private @Nullable LocalDate birthDate;

    /** Nobody. */
    PartyDraft() {
        person = false;
        name = "";
        first = "";
        middle = "";
        suffix = "";
        id = "";
    }

    /** Begins with NM1. */
    PartyDraft(Said nm1) {
        person = nm1.text(2).equals("1");
        name = nm1.text(3);
        first = nm1.text(4);
        middle = nm1.text(5);
        suffix = nm1.text(7);
        id = nm1.text(9);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String phone() {
        return phone;
    }

    void taxonomy(String code) {
        taxonomy = code;
    }

    /** Takes what is said of the party; false if the segment says nothing of one. */
    boolean take(String segment, Said said) {
        switch (segment) {
            case "N3" -> {
                street = said.text(1);
                street2 = said.text(2);
            }
            case "N4" -> {
                city = said.text(1);
                state = said.text(2);
                zip = said.text(3);
            }
            case "PRV" -> taxonomy = said.text(3);
            case "REF" -> taxNumber(said);
            case "PER" -> contact(said);
            case "DMG" -> {
                birthDate = said.date(2);
                sex = said.text(3);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void taxNumber(Said ref) {
        if (ref.text(1).equals("EI") || ref.text(1).equals("SY")) {
            taxId = ref.text(2);
        }
    }

    private void contact(Said per) {
        for (int element = 3; element <= 7; element += 2) {
            if (phone.isEmpty() && per.text(element).equals("TE")) {
                phone = per.text(element + 1);
            }
        }
    }

    Address address() {
        return street.isEmpty() ? Address.UNKNOWN : new Address(street, street2, city, state, zip);
    }

    Provider provider() {
        Provider.Kind kind = person ? Provider.Kind.PERSON : Provider.Kind.ORGANIZATION;
        return new Provider(kind, name, first, id, taxonomy, taxId, phone, address());
    }

    Person person() {
        return new Person(name, first, middle, suffix, birthDate, sex, address());
    }

    Payer payer() {
        return new Payer(id, name, "");
    }
}
