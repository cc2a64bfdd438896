package org.plainclaim.fhir.submission;

import java.util.List;
import java.util.Optional;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Provider.Kind;

/** Reads practices, facilities and clinicians, by whatever resource they are referred to. */
final class ProviderReader {
    private final ClaimReading reading;

    ProviderReader(ClaimReading reading) {
        this.reading = reading;
    }

    /** A clinician of whom name, number and taxonomy matter; an organization can stand for one. */
    Provider clinician(Element reference, String taxonomy) {
        Provider whole = read(reference);
        String specialty = taxonomy.isEmpty() ? whole.taxonomy() : taxonomy;
        return new Provider(whole.kind(), whole.name(), whole.first(), whole.npi(), specialty, "", "", Address.UNKNOWN);
    }

    /** All that is known of a provider; one that is referred to by number only has no more than that. */
    Provider read(Element reference) {
        Optional<Element> found = reading.follow(reference);
        if (found.isEmpty()) {
            return unseen(reference);
        }
        return switch (found.get().path()) {
            case "Organization" -> organization(found.get());
            case "Location" -> place(found.get());
            case "PractitionerRole" -> inRole(found.get());
            default -> person(found.get(), roleOf(found.get()));
        };
    }

    private static Provider unseen(Element reference) {
        Element identifier = reference.child("identifier");
        String npi = identifier.child("system").is(Systems.NPI)
                ? identifier.child("value").textOr("")
                : "";
        boolean organization = reference.child("type").is("Organization");
        return new Provider(
                organization ? Kind.ORGANIZATION : Kind.PERSON,
                PersonReader.text(reference.child("display")),
                "",
                npi,
                "",
                "",
                "",
                Address.UNKNOWN);
    }

    Provider organization(Element organization) {
        return new Provider(
                Kind.ORGANIZATION,
                PersonReader.text(organization.child("name")),
                "",
                ClaimReading.npi(organization),
                taxonomy(organization.each("type")),
                taxId(organization),
                PersonReader.phone(organization),
                PersonReader.address(organization));
    }

    /** A place with the numbers of its own, else those of the organization that runs it. */
    private Provider place(Element location) {
        Provider runner = reading.find(location.child("managingOrganization"))
                .map(found -> organization(found.root()))
                .orElse(new Provider(Kind.ORGANIZATION, "", "", "", "", "", "", Address.UNKNOWN));
        String name = PersonReader.text(location.child("name"));
        String npi = ClaimReading.npi(location);
        Address address = PersonReader.address(location);
        return new Provider(
                Kind.ORGANIZATION,
                name.isEmpty() ? runner.name() : name,
                "",
                npi.isEmpty() ? runner.npi() : npi,
                "",
                "",
                "",
                address.known() ? address : runner.address());
    }

    private Provider inRole(Element role) {
        Optional<Element> person = reading.follow(role.child("practitioner"));
        return person.map(found -> person(found, Optional.of(role)))
                .orElseGet(() -> reading.find(role.child("organization"))
                        .map(found -> organization(found.root()))
                        .orElseGet(() -> person(role, Optional.of(role))));
    }

    private Provider person(Element person, Optional<Element> role) {
        Element name = PersonReader.name(person);
        String taxonomy = role.map(found -> taxonomy(found.each("specialty"), found.each("code")))
                .orElse("");
        String phone = PersonReader.phone(person);
        return new Provider(
                Kind.PERSON,
                PersonReader.text(name.child("family")),
                PersonReader.given(name, 0),
                firstOf(ClaimReading.npi(person), role.map(ClaimReading::npi).orElse("")),
                firstOf(taxonomy, qualification(person)),
                taxId(person),
                firstOf(phone, role.map(PersonReader::phone).orElse("")),
                PersonReader.address(person));
    }

    /** The role of a person that works for who bills, if there are several. */
    private Optional<Element> roleOf(Element person) {
        Element biller = reading.claim().child("provider");
        List<Element> roles = reading.ofType("PractitionerRole").stream()
                .filter(role -> reading.leads(role.child("practitioner"), person))
                .filter(role -> !role.child("active").is("false"))
                .toList();
        return roles.stream()
                .filter(role -> reading.find(role.child("organization")).equals(reading.find(biller)))
                .findFirst()
                .or(() -> roles.stream().findFirst());
    }

    private static String qualification(Element person) {
        return taxonomy(person.each("qualification").stream()
                .map(one -> one.child("code"))
                .toList());
    }

    @SafeVarargs
    private static String taxonomy(List<Element>... concepts) {
        for (List<Element> some : concepts) {
            for (Element concept : some) {
                String code = ClaimReading.code(concept, Systems.TAXONOMY);
                if (!code.isEmpty()) {
                    return code;
                }
            }
        }
        return "";
    }

    private static String taxId(Element resource) {
        String bySystem = ClaimReading.identifier(resource, Systems.TAX_ID);
        String number = firstOf(
                bySystem,
                firstOf(ClaimReading.identifierOfType(resource, "TAX"), ClaimReading.identifierOfType(resource, "EN")));
        return number.replaceAll("[^0-9]", "");
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
