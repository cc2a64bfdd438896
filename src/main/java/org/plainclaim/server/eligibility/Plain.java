package org.plainclaim.server.eligibility;

import java.text.Normalizer;
import java.util.Locale;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;

/** Names in the letters that X12 has: an accent goes, and what is no letter, digit or usual mark becomes a space. */
final class Plain {
    private Plain() {}

    static EligibilityInquiry of(EligibilityInquiry inquiry) {
        Cover cover = inquiry.cover();
        Provider provider = inquiry.provider();
        return new EligibilityInquiry(
                inquiry.trace(),
                new Provider(
                        provider.kind(),
                        text(provider.name()),
                        text(provider.first()),
                        provider.npi(),
                        provider.taxonomy(),
                        provider.taxId(),
                        "",
                        Address.UNKNOWN),
                person(inquiry.patient()),
                new Cover(
                        cover.order(),
                        new Payer(
                                text(cover.payer().id()),
                                text(cover.payer().name()),
                                cover.payer().book()),
                        cover.filing(),
                        cover.relationship(),
                        text(cover.memberId()),
                        text(cover.group()),
                        "",
                        person(cover.subscriber()),
                        cover.from(),
                        cover.to()),
                inquiry.from(),
                inquiry.to(),
                inquiry.services());
    }

    private static Person person(Person person) {
        return new Person(
                text(person.last()),
                text(person.first()),
                text(person.middle()),
                text(person.suffix()),
                person.birthDate(),
                person.sex(),
                Address.UNKNOWN);
    }

    private static String text(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String kept = plain.replaceAll("[^A-Za-z0-9 '&().,+/=-]", " ").strip().toUpperCase(Locale.ROOT);
        return kept.length() > 60 ? kept.substring(0, 60).strip() : kept;
    }
}
