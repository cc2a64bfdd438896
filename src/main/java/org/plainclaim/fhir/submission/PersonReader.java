package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Person;

/** Reads names, addresses and telephones; a Patient or RelatedPerson as a person. */
final class PersonReader {
    static final Person NOBODY = new Person("", "", "", "", null, "", Address.UNKNOWN);

    private final ClaimReading reading;

    PersonReader(ClaimReading reading) {
        this.reading = reading;
    }

    /** The person that a reference leads to; nobody if it leads to nothing. */
    Person read(Element reference) {
        return reading.follow(reference).map(this::person).orElse(NOBODY);
    }

    Person person(Element resource) {
        Element name = name(resource);
        return new Person(
                text(name.child("family")),
                given(name, 0),
                given(name, 1),
                name.each("suffix").stream().findFirst().map(PersonReader::text).orElse(""),
                reading.day(resource.child("birthDate")),
                reading.meaning(
                                Domain.SEX,
                                Terms.GENDER,
                                resource.child("gender").textOr(""))
                        .orElse(""),
                address(resource));
    }

    /** The official name, else the usual one, else any that is still used. */
    static Element name(Element resource) {
        List<Element> names = resource.each("name");
        return withUse(names, "official")
                .or(() -> withUse(names, "usual"))
                .or(() -> names.stream().filter(PersonReader::current).findFirst())
                .orElseGet(
                        () -> new Element(resource.resource(), resource.path() + ".name", MissingNode.getInstance()));
    }

    static String given(Element name, int place) {
        List<Element> given = name.each("given");
        return place < given.size() ? text(given.get(place)) : "";
    }

    private static Optional<Element> withUse(List<Element> all, String use) {
        return all.stream()
                .filter(one -> one.child("use").is(use) && current(one))
                .findFirst();
    }

    private static boolean current(Element one) {
        return !one.child("use").is("old") && !one.child("period").child("end").present();
    }

    /** Where somebody lives or works: an address that is still used, a physical one rather than one for post only. */
    static Address address(Element resource) {
        Element single = resource.child("address");
        List<Element> all = single.json().isObject() ? List.of(single) : resource.each("address");
        return withUse(all, "home")
                .or(() -> withUse(all, "work"))
                .or(() -> all.stream()
                        .filter(one -> current(one) && !one.child("type").is("postal"))
                        .findFirst())
                .or(() -> all.stream().filter(PersonReader::current).findFirst())
                .map(PersonReader::written)
                .orElse(Address.UNKNOWN);
    }

    private static Address written(Element address) {
        List<Element> lines = address.each("line");
        return new Address(
                lines.isEmpty() ? "" : text(lines.get(0)),
                lines.size() < 2 ? "" : text(lines.get(1)),
                text(address.child("city")),
                text(address.child("state")),
                text(address.child("postalCode")).replace("-", "").replace(" ", ""));
    }

    /** The first telephone, digits only, without the code of the country. */
    static String phone(Element resource) {
        String digits = resource.each("telecom").stream()
                .filter(telecom -> telecom.child("system").is("phone") && current(telecom))
                .map(telecom -> telecom.child("value").textOr("").replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }

    static String text(Element element) {
        return element.textOr("").strip();
    }
}
