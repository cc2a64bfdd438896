package org.plainclaim.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Practices, clinicians, persons and payers; the same ones come again and again, as they do in life. */
final class GeneratedParties {
    private static final String[] LAST = {"DOE", "O'NEIL", "SMITH-JONES", "de la Cruz", "NGUYEN", "Li", "VAN DYKE"};
    private static final String[] FIRST = {"JANE", "JOHN", "Ann", "MARIA", "X", "SAM"};
    private static final String[] STREETS = {"1 MAIN ST", "22 OAK AVE", "7 LAKE RD # 3", "301 W 4TH ST"};
    private static final String[] CITIES = {"ALBANY", "ST PAUL", "Boise", "EL PASO"};
    private static final String[] STATES = {"NY", "MN", "ID", "TX"};
    private static final String[] TAXONOMIES = {"101YM0800X", "103TC0700X", "1041C0700X", "2084P0800X", ""};
    private static final String[] FILINGS = {"CI", "MC", "CH", "BL", "HM"};

    private final Random random;
    private final List<Provider> practices = new ArrayList<>();

    GeneratedParties(Random random) {
        this.random = random;
        for (int i = 0; i < 3; i++) {
            practices.add(practice());
        }
    }

    private Provider practice() {
        return new Provider(
                Provider.Kind.ORGANIZATION,
                "PRACTICE " + (random.nextInt(900) + 100),
                "",
                npi(),
                random.nextBoolean() ? "261QM0801X" : "",
                digits(9),
                random.nextBoolean() ? "5" + digits(9) : "",
                address(9));
    }

    /** One of few that bill. */
    Provider billing() {
        return practices.get(random.nextInt(practices.size()));
    }

    Provider clinician() {
        return Provider.clinician(pick(LAST), random.nextInt(9) == 0 ? "" : pick(FIRST), npi(), pick(TAXONOMIES));
    }

    /** A clinician whose kind the claim does not say. */
    Provider clinicianWithoutTaxonomy() {
        return Provider.clinician(pick(LAST), pick(FIRST), npi(), "");
    }

    Provider facility() {
        return new Provider(
                Provider.Kind.ORGANIZATION,
                "CLINIC " + random.nextInt(100),
                "",
                random.nextBoolean() ? npi() : "",
                "",
                "",
                "",
                address(9));
    }

    /** Where payments go; only the address is said. */
    Provider payTo() {
        return new Provider(Provider.Kind.ORGANIZATION, "", "", "", "", "", "", address(9));
    }

    Person person() {
        return new Person(
                pick(LAST),
                pick(FIRST),
                random.nextInt(3) == 0 ? "Q" : "",
                random.nextInt(9) == 0 ? "JR" : "",
                LocalDate.of(1940, 1, 1).plusDays(random.nextInt(26_000)),
                random.nextInt(9) == 0 ? "U" : random.nextBoolean() ? "F" : "M",
                address(random.nextBoolean() ? 9 : 5));
    }

    /** What another payer's file says of a person: nothing of birth and sex. */
    Person named() {
        Person person = person();
        Address address = random.nextBoolean() ? person.address() : Address.UNKNOWN;
        return new Person(person.last(), person.first(), person.middle(), person.suffix(), null, "", address);
    }

    Payer payer() {
        String id = digits(5);
        return new Payer(id, "PAYER " + id, "");
    }

    String filing() {
        return pick(FILINGS);
    }

    private Address address(int zip) {
        int place = random.nextInt(CITIES.length);
        String second = random.nextInt(4) == 0 ? "STE " + random.nextInt(100) : "";
        return new Address(pick(STREETS), second, CITIES[place], STATES[place], "1" + digits(zip - 1));
    }

    private String npi() {
        String body = "1" + digits(8);
        int sum = 24;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return body + (10 - sum % 10) % 10;
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
