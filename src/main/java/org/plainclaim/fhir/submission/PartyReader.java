package org.plainclaim.fhir.submission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;

/** Reads who bills, who took part, and where. */
final class PartyReader {
    private final ClaimReading reading;
    private final ProviderReader providers;

    PartyReader(ClaimReading reading) {
        this.reading = reading;
        this.providers = new ProviderReader(reading);
    }

    Map<Role, Provider> read(CareTeam team) {
        Map<Role, Provider> all = new EnumMap<>(Role.class);
        Element claim = reading.claim();
        if (names(claim.child("provider"))) {
            all.put(Role.BILLING, providers.read(claim.child("provider")));
        }
        Element payee = claim.child("payee").child("party");
        if (payee.present() && !reading.find(payee).equals(reading.find(claim.child("provider")))) {
            reading.find(payee)
                    .filter(found ->
                            !found.type().equals("Patient") && !found.type().equals("RelatedPerson"))
                    .ifPresent(found -> all.put(Role.PAY_TO, providers.read(payee)));
        }
        team.into(all);
        if (reading.institutional() && !all.containsKey(Role.ATTENDING)) {
            attending().ifPresent(provider -> all.put(Role.ATTENDING, provider));
        }
        facility(all).ifPresent(place -> all.put(Role.FACILITY, place));
        return all;
    }

    private static boolean names(Element reference) {
        return reference.child("reference").present()
                || reference.child("identifier").present()
                || reference.child("display").present();
    }

    /** Who attended according to the encounter. */
    private Optional<Provider> attending() {
        return encounter().stream()
                .flatMap(encounter -> encounter.each("participant").stream())
                .filter(participant -> participant.each("type").stream()
                        .anyMatch(type -> reading.meaning(Domain.PARTICIPANT_ROLE, type)
                                .filter("attending"::equals)
                                .isPresent()))
                .map(participant -> providers.clinician(participant.child("individual"), ""))
                .findFirst();
    }

    /** The encounter of the first line that names one. */
    private Optional<Element> encounter() {
        return reading.claim().each("item").stream()
                .flatMap(item -> item.each("encounter").stream())
                .flatMap(reference -> reading.find(reference).stream())
                .map(found -> found.root())
                .findFirst();
    }

    /** Where the services were rendered, if that is a facility at another address than who bills. */
    private Optional<Provider> facility(Map<Role, Provider> all) {
        Element named = reading.claim().child("facility");
        Optional<Provider> place = named.present() ? Optional.of(providers.read(named)) : ofEncounter();
        Provider billing = all.get(Role.BILLING);
        return place.filter(found -> !found.name().isEmpty() && found.address().known())
                .filter(found -> billing == null || !found.address().equals(billing.address()));
    }

    /** The home of a patient has nobody who runs it, and is no facility. */
    private Optional<Provider> ofEncounter() {
        return encounter().stream()
                .flatMap(encounter -> encounter.each("location").stream())
                .map(location -> location.child("location"))
                .filter(location -> reading.find(location)
                        .filter(found ->
                                found.root().child("managingOrganization").present()
                                        || !ClaimReading.npi(found.root()).isEmpty())
                        .isPresent())
                .map(providers::read)
                .findFirst();
    }
}
