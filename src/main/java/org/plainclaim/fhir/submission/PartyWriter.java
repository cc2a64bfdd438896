package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.submission.WrittenBundle.Known;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Provider.Kind;

/** Writes people, practices and places; each is known by its number where it has one. */
final class PartyWriter {
    private final WrittenBundle bundle;

    PartyWriter(WrittenBundle bundle) {
        this.bundle = bundle;
    }

    /** The patient is known by the coverage that the claim goes to. */
    String patient(Person patient, Cover cover) {
        ObjectNode json = Nodes.resource("Patient");
        person(json, patient);
        return bundle.add(
                json,
                Known.ofContent(
                        "Patient",
                        cover.payer().id(),
                        cover.memberId(),
                        patient.last(),
                        patient.first(),
                        String.valueOf(patient.birthDate())));
    }

    /** Whoever holds the coverage of a patient. */
    String subscriber(Person subscriber, String patient) {
        ObjectNode json = Nodes.resource("RelatedPerson");
        json.set("patient", Nodes.reference(patient));
        person(json, subscriber);
        return bundle.add(json, Known.ofContent("RelatedPerson", json));
    }

    private static void person(ObjectNode json, Person person) {
        ObjectNode name = Nodes.object().put("use", "official");
        put(name, "family", person.last());
        ArrayNode given = Nodes.object().putArray("given");
        add(given, person.first());
        add(given, person.middle());
        if (!given.isEmpty()) {
            name.set("given", given);
        }
        if (!person.suffix().isEmpty()) {
            name.putArray("suffix").add(person.suffix());
        }
        json.putArray("name").add(name);
        put(json, "gender", gender(person.sex()));
        put(
                json,
                "birthDate",
                person.birthDate() == null ? "" : person.birthDate().toString());
        address(json, person.address());
    }

    private static String gender(String sex) {
        return switch (sex) {
            case "M" -> "male";
            case "F" -> "female";
            case "U" -> "unknown";
            default -> "";
        };
    }

    /** A clinician or a practice with all that is known of it. */
    String provider(Provider provider) {
        boolean person = provider.kind() == Kind.PERSON;
        ObjectNode json = Nodes.resource(person ? "Practitioner" : "Organization");
        identifiers(json, provider);
        if (person) {
            ObjectNode name = json.putArray("name").addObject();
            put(name, "family", provider.name());
            if (!provider.first().isEmpty()) {
                name.putArray("given").add(provider.first());
            }
            if (!provider.taxonomy().isEmpty()) {
                json.putArray("qualification")
                        .addObject()
                        .set("code", Nodes.concept(Systems.TAXONOMY, provider.taxonomy()));
            }
        } else {
            json.put("active", true);
            put(json, "name", provider.name());
            if (!provider.taxonomy().isEmpty()) {
                json.putArray("type").add(Nodes.concept(Systems.TAXONOMY, provider.taxonomy()));
            }
        }
        phone(json, provider.phone());
        address(json, provider.address());
        return bundle.add(json, key(provider));
    }

    /** Where the services were rendered. */
    String place(Provider facility) {
        ObjectNode json = Nodes.resource("Location").put("status", "active");
        identifiers(json, facility);
        put(json, "name", facility.name());
        ObjectNode address = written(facility.address());
        if (!address.isEmpty()) {
            json.set("address", address);
        }
        return bundle.add(json, key(facility));
    }

    private static Known key(Provider provider) {
        return provider.npi().isEmpty()
                ? Known.ofContent(provider.kind(), provider, provider.address())
                : new Known(Systems.NPI, provider.npi());
    }

    private static void identifiers(ObjectNode json, Provider provider) {
        identifier(json, Systems.NPI, provider.npi());
        if (!provider.taxId().isEmpty()) {
            identifier(json, Systems.TAX_ID, provider.taxId());
        }
    }

    static void identifier(ObjectNode json, String system, String value) {
        if (!value.isEmpty()) {
            json.withArray("identifier").addObject().put("system", system).put("value", value);
        }
    }

    private static void phone(ObjectNode json, String phone) {
        if (!phone.isEmpty()) {
            json.putArray("telecom").addObject().put("system", "phone").put("value", phone);
        }
    }

    private static void address(ObjectNode json, Address address) {
        ObjectNode one = written(address);
        if (!one.isEmpty()) {
            json.putArray("address").add(one);
        }
    }

    private static ObjectNode written(Address address) {
        ObjectNode json = Nodes.object();
        ArrayNode lines = Nodes.object().putArray("line");
        add(lines, address.line());
        add(lines, address.line2());
        if (!lines.isEmpty()) {
            json.set("line", lines);
        }
        put(json, "city", address.city());
        put(json, "state", address.state());
        put(json, "postalCode", zip(address.zip()));
        return json;
    }

    private static String zip(String zip) {
        return zip.length() == 9 ? zip.substring(0, 5) + "-" + zip.substring(5) : zip;
    }

    static void put(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void add(ArrayNode array, String text) {
        if (!text.isEmpty()) {
            array.add(text);
        }
    }
}
