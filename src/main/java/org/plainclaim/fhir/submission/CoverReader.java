package org.plainclaim.fhir.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;

/** Reads a Coverage: payer, member and subscriber. */
final class CoverReader {
    private static final String MEDICAID = "medicaid";
    private static final String STATE = "state";

    private final ClaimReading reading;
    private final PersonReader people;

    CoverReader(ClaimReading reading) {
        this.reading = reading;
        this.people = new PersonReader(reading);
    }

    /** What stands for a coverage that is not there. */
    static Cover none(int order) {
        return new Cover(order, new Payer("", "", ""), "", "", "", "", "", PersonReader.NOBODY, null, null);
    }

    Cover read(Element coverage, int order) {
        String relationship = relationship(coverage);
        Element period = coverage.child("period");
        return new Cover(
                order,
                payer(coverage),
                filing(coverage),
                relationship,
                memberId(coverage),
                classValue(coverage, "group", "value"),
                plan(coverage),
                subscriber(coverage, relationship),
                reading.day(period.child("start")),
                reading.day(period.child("end")),
                ClaimReading.code(coverage.child("type"), Terms.INSURANCE_TYPE));
    }

    /** The Organization that pays. */
    Optional<Element> payor(Element coverage) {
        return coverage.each("payor").stream()
                .flatMap(payor -> reading.follow(payor).stream())
                .filter(payor -> payor.path().equals("Organization"))
                .findFirst();
    }

    private Payer payer(Element coverage) {
        Optional<Element> payor = payor(coverage);
        return new Payer(
                payor.map(CoverReader::payerId).orElse(""),
                payor.map(found -> PersonReader.text(found.child("name"))).orElse(""),
                book(coverage, payor));
    }

    /** The id in our own system, else one of which the type says that it is the payer's. */
    static String payerId(Element organization) {
        String ours = ClaimReading.identifier(organization, Systems.PAYER_ID);
        return ours.isEmpty() ? ClaimReading.identifierOfType(organization, "NIIP") : ours;
    }

    private String book(Element coverage, Optional<Element> payor) {
        String kind = reading.meaning(Domain.PAYER, coverage.child("type")).orElse("");
        return kind.equals(MEDICAID) ? ofState(coverage, payor).orElse(kind) : kind;
    }

    /** Each state has rules of its own, where this release knows them. */
    private Optional<String> ofState(Element coverage, Optional<Element> payor) {
        Stream<String> said = coverage.each("class").stream()
                .filter(one -> ClaimReading.has(one.child("type"), Systems.COVERAGE_CLASS, STATE))
                .map(one -> PersonReader.text(one.child("value")));
        Stream<String> address =
                payor.stream().map(found -> PersonReader.address(found).state());
        return Stream.concat(said, address)
                .filter(state -> !state.isEmpty())
                .findFirst()
                .flatMap(state ->
                        reading.meaning(Domain.MEDICAID_STATE, Systems.COVERAGE_CLASS, state.toUpperCase(Locale.ROOT)));
    }

    /** As the coverage says it, else what its class of payer files as. */
    private String filing(Element coverage) {
        Element type = coverage.child("type");
        String form = reading.institutional() ? "institutional" : "professional";
        return reading.meaning(Domain.FILING, type)
                .or(() ->
                        reading.meaning(Domain.PAYER, type).flatMap(kind -> reading.meaning(Domain.FILING, form, kind)))
                .orElse("");
    }

    private String relationship(Element coverage) {
        Element written = coverage.child("relationship");
        Optional<String> known = reading.meaning(Domain.RELATIONSHIP, written);
        if (known.isEmpty() && written.present()) {
            reading.problem(
                    "code-invalid",
                    written,
                    "has no code that is known here",
                    "Send a code of " + Terms.SUBSCRIBER + ", such as self, spouse, child or other.");
        }
        boolean holder = reading.find(coverage.child("subscriber")).equals(reading.find(coverage.child("beneficiary")));
        return known.orElse(!written.present() && holder ? Cover.SELF : "");
    }

    private static String memberId(Element coverage) {
        String subscriber = PersonReader.text(coverage.child("subscriberId"));
        return subscriber.isEmpty() ? ClaimReading.identifierOfType(coverage, "MB") : subscriber;
    }

    private static String classValue(Element coverage, String type, String part) {
        return coverage.each("class").stream()
                .filter(one -> ClaimReading.has(one.child("type"), Terms.COVERAGE_CLASS, type))
                .map(one -> PersonReader.text(one.child(part)))
                .findFirst()
                .orElse("");
    }

    private static String plan(Element coverage) {
        return Stream.of(
                        classValue(coverage, "plan", "name"),
                        classValue(coverage, "group", "name"),
                        classValue(coverage, "plan", "value"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Person subscriber(Element coverage, String relationship) {
        Element named = coverage.child("subscriber");
        return relationship.equals(Cover.SELF) || !named.present()
                ? relationship.equals(Cover.SELF) ? people.read(reading.claim().child("patient")) : PersonReader.NOBODY
                : people.read(named);
    }
}
