package org.plainclaim.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.DocumentedService.Participation;
import org.plainclaim.documentation.DocumentedService.ServiceContent;
import org.plainclaim.documentation.MedicalDecision;
import org.plainclaim.documentation.ServiceTime;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Reading.Known;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Reads what was done: the procedures of the encounter, else its type. */
final class ServiceReader {
    private static final List<String> NOT_DONE = List.of("not-done", "entered-in-error", "preparation");

    private final Reading reading;
    private final Element encounter;
    private final TimeReader times;
    private final ClinicianReader clinicians;
    private final DetailNames details;

    ServiceReader(
            Reading reading, Element encounter, TimeReader times, ClinicianReader clinicians, DetailNames details) {
        this.details = details;
        this.reading = reading;
        this.encounter = encounter;
        this.times = times;
        this.clinicians = clinicians;
    }

    List<DocumentedService> read(Resource session) {
        List<Element> procedures = procedures(session);
        Map<Element, Known> known = new LinkedHashMap<>();
        for (Element procedure : procedures) {
            reading.known(Domain.SERVICE, procedure.child("code")).ifPresent(kind -> known.put(procedure, kind));
        }
        if (known.isEmpty()) {
            return lone(procedures);
        }
        List<DocumentedService> services = new ArrayList<>();
        for (Element procedure : procedures) {
            Known kind = known.get(procedure);
            if (kind == null) {
                reading.fail("service-not-coded", procedure.child("code").evidence());
            } else {
                services.add(service(procedure, kind, times.procedure(procedure, procedures.size() == 1)));
            }
        }
        return services;
    }

    private List<Element> procedures(Resource session) {
        return reading.ofType("Procedure").stream()
                .filter(procedure -> reading.leadsTo(procedure.root().child("encounter"), session))
                .filter(procedure ->
                        !NOT_DONE.contains(procedure.root().child("status").textOr("")))
                .map(reading::use)
                .toList();
    }

    private List<DocumentedService> lone(List<Element> unknownProcedures) {
        Map<String, Known> kinds = new LinkedHashMap<>();
        List<Element> types = encounter.each("type");
        for (Element type : types) {
            reading.known(Domain.SERVICE, type).ifPresent(kind -> kinds.putIfAbsent(kind.meaning(), kind));
        }
        if (kinds.isEmpty()) {
            nothingKnown(types, unknownProcedures);
            return List.of();
        }
        if (kinds.size() > 1) {
            String all = String.join(", ", kinds.keySet());
            reading.fail("service-ambiguous", new Evidence(encounter.resource(), "Encounter.type", all));
        }
        return List.of(service(encounter, kinds.values().iterator().next(), times.lone()));
    }

    private void nothingKnown(List<Element> types, List<Element> procedures) {
        if (!procedures.isEmpty()) {
            procedures.forEach(procedure -> reading.fail("service-unknown", code(procedure.child("code"))));
        } else if (types.isEmpty()) {
            reading.fail("service-not-stated", encounter.child("type").evidence());
        } else {
            reading.fail("service-unknown", code(types.get(0)));
        }
    }

    private static Evidence code(Element concept) {
        return concept.each("coding").stream()
                .findFirst()
                .map(coding -> coding.child("code").evidence())
                .orElse(concept.evidence());
    }

    private DocumentedService service(Element service, Known kind, ServiceTime time) {
        return new DocumentedService(
                service.resource(),
                kind.fact(),
                statedCode(service),
                time,
                clinicians.rendering(service),
                clinicians.supervising(),
                new Participation(
                        value(service, "patient-attendance", "Code").fact(),
                        value(service, "group-size", "PositiveInt").fact(ServiceReader::count)),
                content(service));
    }

    private Fact<String> statedCode(Element service) {
        boolean procedure = service.path().equals("Procedure");
        List<Element> concepts = procedure ? List.of(service.child("code")) : service.each("type");
        return concepts.stream()
                .flatMap(concept -> concept.each("coding").stream())
                .filter(coding -> Systems.procedureCodes(coding.child("system").textOr("")))
                .findFirst()
                .map(coding -> coding.child("code").fact())
                .orElse(Fact.unknown(service.child(procedure ? "code" : "type").evidence()));
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private ServiceContent content(Element service) {
        Element decision = decisions(service);
        return new ServiceContent(
                concepts(service, "therapeutic-modality", Domain.MODALITY),
                concepts(service, "interactive-complexity-factor", Domain.COMPLEXITY_FACTOR),
                new MedicalDecision(level(decision, "problems"), level(decision, "data"), level(decision, "risk")),
                value(service, "patient-status", "Code").fact(),
                new DetailReader(reading, details).read(service, encounter));
    }

    private Element decisions(Element service) {
        return at(service, "medical-decision-making");
    }

    private Fact<String> level(Element decision, String name) {
        return decision.extension(name)
                .choice("value", "Code")
                .fact(code -> reading.meaning(Domain.DECISION_LEVEL, "decision-level", code));
    }

    private Element value(Element service, String name, String type) {
        return at(service, name).choice("value", type);
    }

    /** An extension of the service itself, else of the encounter; where it belongs if neither has it. */
    private Element at(Element service, String name) {
        Element own = service.extension(Systems.EXTENSION + name);
        Element general = encounter.extension(Systems.EXTENSION + name);
        return own.present() || !general.present() ? own : general;
    }

    /** A modality that is not in our list is still named; a factor that is not in the list is none of the four. */
    private static Fact<String> other(Domain domain, Element concept) {
        Evidence code = code(concept);
        boolean named = code.value() != null || concept.child("text").present();
        return domain == Domain.MODALITY && named ? Fact.of("other", code) : Fact.unknown(code);
    }

    /** What each repetition names; one that is not understood is an unknown fact that says where it is. */
    private List<Fact<String>> concepts(Element service, String name, Domain domain) {
        List<Element> extensions = service.extensions(Systems.EXTENSION + name);
        if (extensions.isEmpty()) {
            extensions = encounter.extensions(Systems.EXTENSION + name);
        }
        List<Fact<String>> facts = new ArrayList<>();
        for (Element extension : extensions) {
            Element concept = extension.choice("value", "CodeableConcept");
            facts.add(reading.known(domain, concept).map(Known::fact).orElseGet(() -> other(domain, concept)));
        }
        return facts;
    }
}
