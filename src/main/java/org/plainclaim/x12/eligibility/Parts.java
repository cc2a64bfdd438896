package org.plainclaim.x12.eligibility;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.x12.SegmentOutput;

/** The segments that a question and its answer have in common. */
final class Parts {
    static final String VERSION = "005010X279A1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private Parts() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String time(LocalDateTime at) {
        return TIME.format(at);
    }

    /** A level of the hierarchy; payer, asker and subscriber stand below one another. */
    static void level(SegmentOutput out, int number, String code, boolean children) {
        out.segment(
                "HL",
                Integer.toString(number),
                number == 1 ? "" : Integer.toString(number - 1),
                code,
                children ? "1" : "0");
    }

    static void payer(SegmentOutput out, String name, String id) {
        out.segment("NM1", "PR", "2", name, "", "", "", "", id.isEmpty() ? "" : "PI", id);
    }

    static void provider(SegmentOutput out, Provider provider) {
        boolean person = provider.kind() == Provider.Kind.PERSON;
        out.segment(
                "NM1", "1P", person ? "1" : "2", provider.name(), provider.first(), "", "", "", "XX", provider.npi());
        if (!provider.taxonomy().isEmpty()) {
            out.segment("PRV", "PE", "PXC", provider.taxonomy());
        }
    }

    static void person(SegmentOutput out, String role, Person person, String memberId) {
        out.segment(
                "NM1",
                role,
                "1",
                person.last(),
                person.first(),
                person.middle(),
                "",
                person.suffix(),
                memberId.isEmpty() ? "" : "MI",
                memberId);
    }

    static void address(SegmentOutput out, Address address) {
        if (address.known()) {
            out.segment("N3", address.line(), address.line2());
            out.segment("N4", address.city(), address.state(), address.zip());
        }
    }

    static void demographics(SegmentOutput out, Person person) {
        LocalDate birth = person.birthDate();
        if (birth != null || !person.sex().isEmpty()) {
            out.segment("DMG", birth == null ? "" : "D8", birth == null ? "" : day(birth), person.sex());
        }
    }

    static void dates(SegmentOutput out, String qualifier, LocalDate from, LocalDate to) {
        boolean oneDay = from.equals(to);
        out.segment("DTP", qualifier, oneDay ? "D8" : "RD8", oneDay ? day(from) : day(from) + "-" + day(to));
    }

    static String procedure(Procedure procedure) {
        List<String> parts = new ArrayList<>(List.of(procedure.qualifier(), procedure.code()));
        parts.addAll(procedure.modifiers());
        return SegmentOutput.composite(parts.toArray(String[]::new));
    }
}
