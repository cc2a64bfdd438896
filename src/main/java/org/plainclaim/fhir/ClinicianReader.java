package org.plainclaim.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Reads who rendered and who supervised, whether a Practitioner or a PractitionerRole is named. */
final class ClinicianReader {
    private final Reading reading;
    private final Element encounter;
    private final List<Taking> taking = new ArrayList<>();

    /** Someone who took part, in a role. */
    private record Taking(String role, Element individual) {}

    ClinicianReader(Reading reading, Element encounter) {
        this.reading = reading;
        this.encounter = encounter;
        for (Element participant : encounter.each("participant")) {
            Element individual = participant.child("individual");
            if (practitioner(individual)) {
                taking.add(new Taking(role(participant), individual));
            }
        }
    }

    private String role(Element participant) {
        for (Element type : participant.each("type")) {
            Optional<Reading.Known> known = reading.known(Domain.PARTICIPANT_ROLE, type);
            if (known.isPresent()) {
                return known.get().meaning();
            }
        }
        return "";
    }

    /** True unless the reference is, or says that it is, a patient, a relative or the like. */
    boolean practitioner(Element reference) {
        String literal = reference.child("reference").textOr("");
        String type = reading.find(reference)
                .map(Resource::type)
                .orElseGet(() -> reference.child("type").textOr(literal.contains("/") ? literal : "Practitioner"));
        return reference.present() && type.contains("Practitioner");
    }

    /** The clinician of a procedure; of the session if the procedure names none. */
    Clinician rendering(Element service) {
        for (Element performer : service.each("performer")) {
            if (practitioner(performer.child("actor"))) {
                return clinician(performer.child("actor"));
            }
        }
        return first("rendering").or(() -> first("attending")).orElseGet(() -> only(service));
    }

    @Nullable
    Clinician supervising() {
        return first("supervising").orElse(null);
    }

    private Optional<Clinician> first(String role) {
        return taking.stream()
                .filter(one -> one.role().equals(role))
                .findFirst()
                .map(one -> clinician(one.individual()));
    }

    private Clinician only(Element service) {
        Map<String, Clinician> people = new LinkedHashMap<>();
        for (Taking one : taking) {
            if (!one.role().equals("supervising")) {
                Clinician clinician = clinician(one.individual());
                people.put(clinician.reference().orElse(one.individual().path()), clinician);
            }
        }
        if (people.size() == 1) {
            return people.values().iterator().next();
        }
        if (people.size() > 1) {
            reading.fail("clinician-ambiguous", service.evidence());
        }
        Fact<String> nobody = Fact.unknown(Evidence.missing(encounter.resource(), "Encounter.participant"));
        return new Clinician(nobody, nobody, nobody);
    }

    /** The person behind a reference: always the Practitioner, whatever was referred to. */
    Fact<String> person(Element reference) {
        Evidence written = Reading.written(reference).evidence();
        String npi = npiAlone(reference);
        if (npi != null) {
            return Fact.of(npi, written);
        }
        Optional<Element> target = reading.follow(reference);
        if (target.isPresent() && target.get().path().equals("PractitionerRole")) {
            Element inRole = target.get().child("practitioner");
            return new Fact<>(person(inRole).value(), List.of(inRole.present() ? written : inRole.evidence()));
        }
        return new Fact<>(target.map(Element::resource).orElseGet(() -> normal(reference)), List.of(written));
    }

    /** The system and value of a reference that names somebody who was not sent by NPI only. */
    private @Nullable String npiAlone(Element reference) {
        Element identifier = reference.child("identifier");
        boolean alone = identifier.child("system").is(Systems.NPI)
                && !reference.child("reference").present()
                && reading.find(reference).isEmpty();
        return alone ? Systems.NPI + "|" + identifier.child("value").textOr("") : null;
    }

    private static @Nullable String normal(Element reference) {
        String text = reference.child("reference").textOr("");
        String literal = SessionResources.literal(text);
        return text.isEmpty() ? null : literal.isEmpty() ? text : literal;
    }

    /** Who is behind a reference, with number and specialty. */
    Clinician clinician(Element reference) {
        Optional<Element> target = reading.find(reference).map(reading::use);
        Optional<Element> role = target.filter(found -> found.path().equals("PractitionerRole"));
        Optional<Element> person =
                role.isPresent() ? role.flatMap(found -> reading.follow(found.child("practitioner"))) : target;
        if (role.isEmpty()) {
            role = person.flatMap(this::roleOf);
        }
        List<Element> sources = new ArrayList<>();
        person.ifPresent(sources::add);
        role.ifPresent(sources::add);
        return new Clinician(person(reference), npi(sources, reference), taxonomy(sources, reference));
    }

    /** The role of a person: at the organization that provides the session, if there are several. */
    private Optional<Element> roleOf(Element person) {
        Optional<Resource> provider = reading.find(encounter.child("serviceProvider"));
        return reading.ofType("PractitionerRole").stream()
                .filter(role -> reading.find(role.root().child("practitioner"))
                        .filter(found -> found.reference().equals(person.resource()))
                        .isPresent())
                .filter(role -> !role.root().child("active").is("false"))
                .min(Comparator.comparing((Resource role) ->
                                !provider.equals(reading.find(role.root().child("organization"))))
                        .thenComparing(Resource::reference))
                .map(reading::use);
    }

    private static Fact<String> npi(List<Element> sources, Element reference) {
        for (Element source : sources) {
            for (Element identifier : source.each("identifier")) {
                if (identifier.child("system").is(Systems.NPI)) {
                    return identifier.child("value").fact();
                }
            }
        }
        Element named = reference.child("identifier");
        if (named.child("system").is(Systems.NPI)) {
            return named.child("value").fact();
        }
        return Fact.unknown(expected(sources, reference, "identifier"));
    }

    private static Fact<String> taxonomy(List<Element> sources, Element reference) {
        for (int i = sources.size() - 1; i >= 0; i--) {
            for (Element concept : credentials(sources.get(i))) {
                for (Element coding : concept.each("coding")) {
                    if (coding.child("system").is(Systems.TAXONOMY)) {
                        return coding.child("code").fact();
                    }
                }
            }
        }
        return Fact.unknown(expected(sources.size() > 1 ? sources.subList(1, 2) : List.of(), reference, "specialty"));
    }

    private static List<Element> credentials(Element source) {
        List<Element> concepts = new ArrayList<>(source.each("specialty"));
        concepts.addAll(source.path().equals("PractitionerRole") ? source.each("code") : List.of());
        source.each("qualification").forEach(one -> concepts.add(one.child("code")));
        return concepts;
    }

    private static Evidence expected(List<Element> sources, Element reference, String name) {
        return sources.isEmpty()
                ? Evidence.missing(reference.resource(), reference.path())
                : Evidence.missing(
                        sources.get(0).resource(), sources.get(0).child(name).path());
    }
}
