package org.plainclaim.x12.claim;

import org.plainclaim.submission.Address;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;

/** The persons, organizations and addresses that stand in many loops. */
final class PartyLoops {
    private static final int LONG_NAME = 60;
    private static final int STREET = 55;
    private static final int CITY = 30;
    private static final int ZIP = 5;
    private static final int LONG_ZIP = 9;

    private final Loops out;

    PartyLoops(Loops out) {
        this.out = out;
    }

    /** A provider who has to have a number. */
    void numbered(String role, Provider provider) {
        String npi = out.npi("NM109", provider.npi());
        named(role, provider, npi);
    }

    /** A provider who may have a number. */
    void provider(String role, Provider provider) {
        named(role, provider, provider.npi().isEmpty() ? "" : out.npi("NM109", provider.npi()));
    }

    /** A provider who has to be a person. */
    void clinician(String role, Provider provider) {
        if (provider.kind() != Provider.Kind.PERSON) {
            out.fault("NM102", "has to be a person");
        }
        provider(role, provider);
    }

    private void named(String role, Provider provider, String npi) {
        boolean person = provider.kind() == Provider.Kind.PERSON;
        out.segment(
                "NM1",
                role,
                person ? "1" : "2",
                out.name("NM103", provider.name(), LONG_NAME),
                person ? out.text("NM104", provider.first(), 35) : "",
                "",
                "",
                "",
                npi.isEmpty() ? "" : "XX",
                npi);
    }

    /** What kind of provider it is, if that is known. */
    void taxonomy(String role, Provider provider) {
        if (!provider.taxonomy().isEmpty()) {
            out.segment("PRV", role, "PXC", out.optional("PRV03", provider.taxonomy(), 50));
        }
    }

    /** A payer. */
    void payer(Payer payer) {
        out.segment(
                "NM1",
                "PR",
                "2",
                out.name("NM103", payer.name(), LONG_NAME),
                "",
                "",
                "",
                "",
                "PI",
                out.code("NM109", payer.id(), 80));
    }

    /** A patient or subscriber; without a number if it is empty. */
    void person(String role, Person person, String memberId) {
        out.segment(
                "NM1",
                role,
                "1",
                out.name("NM103", person.last(), LONG_NAME),
                out.text("NM104", person.first(), 35),
                out.text("NM105", person.middle(), 25),
                "",
                out.text("NM107", person.suffix(), 10),
                memberId.isEmpty() ? "" : "MI",
                memberId);
    }

    /** Birth and sex, which have to be known. */
    void demographics(Person person) {
        out.segment("DMG", "D8", out.date("DMG02", person.birthDate()), out.code("DMG03", person.sex(), 1));
    }

    /** An address of a practice or facility, whose zip code has to have nine digits. */
    void site(Address address) {
        address(address);
        if (!address.zip().isEmpty() && address.zip().length() != LONG_ZIP) {
            out.fault("N403", "is not nine digits");
        }
    }

    /** An address that has to be there. */
    void address(Address address) {
        String street = out.name("N301", address.line(), STREET);
        out.segment("N3", street, out.text("N302", address.line2(), STREET));
        String zip = address.zip();
        int digits = zip.length() == LONG_ZIP ? LONG_ZIP : ZIP;
        out.segment(
                "N4",
                out.name("N401", address.city(), CITY),
                out.code("N402", address.state(), 2),
                out.digits("N403", zip, digits));
    }

    /** An address, if there is one. */
    void optionalAddress(Address address) {
        if (address.known()) {
            address(address);
        }
    }
}
