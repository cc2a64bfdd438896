package org.plainclaim.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.Setting;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Reads where the patient was and how patient and clinician met. */
final class SettingReader {
    private final Reading reading;
    private final Element encounter;
    private final @Nullable Element place;

    SettingReader(Reading reading, Element encounter) {
        this.reading = reading;
        this.encounter = encounter;
        this.place = choose();
    }

    /** The Location of the patient; null if none was sent. */
    @Nullable
    Element place() {
        return place;
    }

    private @Nullable Element choose() {
        List<Element> places = new ArrayList<>();
        for (Element location : encounter.each("location")) {
            String status = location.child("status").textOr("active");
            if (!status.equals("planned") && !status.equals("reserved")) {
                reading.follow(location.child("location")).ifPresent(places::add);
            }
        }
        return places.stream()
                .filter(candidate -> kind(Domain.PLACE, candidate).isPresent())
                .findFirst()
                .orElse(places.isEmpty() ? null : places.get(0));
    }

    Setting read(Fact<LocalDate> date) {
        Element kind = encounter.child("class");
        Element code = kind.child("code");
        Fact<String> encounterClass =
                kind.child("system").is(Systems.ACT_CODE) ? code.fact() : Fact.unknown(code.evidence());
        return new Setting(
                encounterClass,
                telehealth(),
                patientPlace(),
                placeOfService(),
                facility(),
                clinicianPlace(),
                consent(date));
    }

    private Fact<String> telehealth() {
        return encounter
                .extension(Systems.EXTENSION + "telehealth-modality")
                .choice("value", "Code")
                .fact(code -> reading.meaning(Domain.TELEHEALTH, "telehealth-modality", code));
    }

    private Fact<String> patientPlace() {
        if (place == null) {
            return Fact.unknown(Evidence.missing(encounter.resource(), "Encounter.location"));
        }
        return kind(Domain.PLACE, place)
                .map(Reading.Known::fact)
                .orElse(Fact.unknown(place.child("type").evidence()));
    }

    private Optional<Reading.Known> kind(Domain domain, Element resource) {
        return resource.each("type").stream()
                .flatMap(type -> reading.known(domain, type).stream())
                .findFirst();
    }

    private Fact<String> placeOfService() {
        if (place == null) {
            return Fact.unknown(Evidence.missing(encounter.resource(), "Encounter.location"));
        }
        return place.each("type").stream()
                .flatMap(type -> type.each("coding").stream())
                .filter(coding -> coding.child("system").is(Systems.PLACE_OF_SERVICE))
                .findFirst()
                .map(coding -> coding.child("code").fact())
                .orElse(Fact.unknown(place.child("type").evidence()));
    }

    private Fact<String> facility() {
        Element provider = encounter.child("serviceProvider");
        Optional<Element> organization = reading.follow(provider);
        Optional<Reading.Known> known = organization.flatMap(found -> kind(Domain.FACILITY, found));
        if (known.isEmpty() && place != null) {
            known = kind(Domain.FACILITY, place);
        }
        Evidence expected =
                organization.map(found -> found.child("type").evidence()).orElse(provider.evidence());
        return known.map(Reading.Known::fact).orElse(Fact.unknown(expected));
    }

    private Fact<String> clinicianPlace() {
        Element reference =
                encounter.extension(Systems.EXTENSION + "clinician-location").choice("value", "Reference");
        return reading.follow(reference)
                .map(location ->
                        Fact.of(location.resource(), Reading.written(reference).evidence()))
                .orElse(Fact.unknown(Reading.written(reference).evidence()));
    }

    private Fact<String> consent(Fact<LocalDate> date) {
        Optional<Resource> patient = reading.find(encounter.child("subject"));
        for (Resource consent : reading.ofType("Consent")) {
            Element root = consent.root();
            boolean fits = root.child("status").is("active")
                    && patient.isPresent()
                    && reading.leadsTo(root.child("patient"), patient.get())
                    && !root.child("provision").child("type").is("deny")
                    && inForce(root, date.value());
            Optional<Reading.Known> telehealth = root.each("category").stream()
                    .flatMap(category -> reading.known(Domain.CONSENT, category).stream())
                    .filter(known -> known.meaning().equals("telehealth"))
                    .findFirst();
            if (fits && telehealth.isPresent()) {
                reading.use(consent);
                return Fact.of(consent.reference(), telehealth.get().code().evidence());
            }
        }
        return Fact.unknown(Evidence.missing(encounter.resource(), "Consent.category"));
    }

    private static boolean inForce(Element consent, @Nullable LocalDate date) {
        LocalDate given = consent.child("dateTime").fact(Moment::firstDay).orElse(LocalDate.MIN);
        return Periods.covers(consent.child("provision").child("period"), date)
                && (date == null || !given.isAfter(date));
    }
}
