package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.documentation.BillingProvider;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.DocumentedService.Participation;
import org.plainclaim.documentation.DocumentedService.ServiceContent;
import org.plainclaim.documentation.MedicalDecision;
import org.plainclaim.documentation.Note;
import org.plainclaim.documentation.Patient;
import org.plainclaim.documentation.PayerCoverage;
import org.plainclaim.documentation.ServiceTime;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionTime;
import org.plainclaim.documentation.Setting;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.NoteReading;

/** Makes a completely documented session out of a scenario's words, less what the scenario says is missing. */
public final class ScenarioSession {
    private final JsonNode facts;
    private final Set<String> missing = new TreeSet<>();
    private final LocalDate date;

    private ScenarioSession(JsonNode facts) {
        this.facts = facts;
        facts.path("missing").forEach(node -> missing.add(node.asText()));
        this.date = LocalDate.parse(text("date", "2026-03-03"));
    }

    /** A session from a scenario's facts. */
    public static SessionDocumentation of(JsonNode facts) {
        return new ScenarioSession(facts).session();
    }

    private SessionDocumentation session() {
        OffsetDateTime start = date.atTime(LocalTime.parse(text("at", "10:00"))).atOffset(ZoneOffset.ofHours(-5));
        SessionTime time = new SessionTime(
                fact("date", "Encounter.period.start", date),
                fact("zone", "Encounter.period.start", "-05:00"),
                fact("start", "Encounter.period.start", start),
                fact("stop", "Encounter.period.end", start.plusMinutes(minutes(facts))));
        return new SessionDocumentation(
                text("encounter", "Encounter/1"),
                "v1",
                fact("status", "Encounter.status", "finished"),
                optional("episode", "Encounter.episodeOfCare"),
                new Patient(
                        fact("patient-reference", "Encounter.subject", "Patient/1"),
                        fact("birth-date", "Patient.birthDate", LocalDate.parse(text("born", "1990-01-01"))),
                        optional("gender", "Patient.gender")),
                time,
                setting(),
                services(start),
                diagnoses(),
                note(start),
                new ScenarioPlan(facts, missing, date).plan(),
                coverage(),
                new BillingProvider(
                        fact("billing", "Encounter.serviceProvider", "Organization/1"),
                        fact("billing-npi", "Organization.identifier", "1234567893")),
                ScenarioMeasures.of(facts, date),
                List.of());
    }

    private Setting setting() {
        boolean virtual = text("class", "AMB").equals("VR");
        return new Setting(
                fact("class", "Encounter.class", text("class", "AMB")),
                optional("telehealth", "Encounter.extension"),
                optional("place", "Location.type"),
                optional("stated", "Location.type"),
                optional("facility", "Organization.type"),
                virtual ? fact("clinician-place", "Encounter.extension", "Location/2") : unknown("Encounter.extension"),
                virtual ? fact("consent", "Consent", "Consent/1") : unknown("Consent"));
    }

    private List<DocumentedService> services(OffsetDateTime start) {
        List<DocumentedService> services = new ArrayList<>();
        String procedure = text("encounter", "Encounter/1").replace("Encounter", "Procedure");
        services.add(service(procedure, facts, start));
        int number = 2;
        for (JsonNode also : facts.path("also").isArray() ? facts.get("also") : List.of(facts.path("also"))) {
            if (!also.isMissingNode()) {
                OffsetDateTime at = start.plusMinutes(also.path("starts").asInt(120 * number));
                services.add(service("Procedure/" + number, also, at));
                number++;
            }
        }
        return services;
    }

    private DocumentedService service(String reference, JsonNode node, OffsetDateTime start) {
        String who = node.path("by").asText(text("by", "clinical-social-worker"));
        int minutes = minutes(node);
        boolean untimed = node.path("untimed").asBoolean();
        Fact<OffsetDateTime> from = timed(untimed, "Procedure.performedPeriod.start", start);
        Fact<OffsetDateTime> to = timed(untimed, "Procedure.performedPeriod.end", start.plusMinutes(minutes));
        ServiceTime time =
                new ServiceTime(from, to, new Fact<>(missing.contains("minutes") ? null : minutes, from.evidence()));
        List<Fact<String>> factors = new ArrayList<>();
        node.path("factors").forEach(factor -> factors.add(known("Procedure.extension", factor.asText())));
        List<Fact<String>> modalities =
                missing.contains("modality") ? List.of() : List.of(known("Procedure.extension", "cbt"));
        return new DocumentedService(
                reference,
                fact("service", "Procedure.code", node.path("service").asText()),
                of(node, "proposed", "Procedure.code"),
                time,
                clinician(who),
                facts.has("supervised-by") ? clinician(text("supervised-by", "")) : null,
                new Participation(
                        of(node, "patient", "Procedure.extension"),
                        node.has("group")
                                ? known("Procedure.extension", node.get("group").asInt())
                                : Fact.unknown(Evidence.missing("Procedure/1", "Procedure.extension"))),
                new ServiceContent(
                        modalities, factors, decision(node), of(node, "status", "Procedure.extension"), details(node)));
    }

    private Fact<OffsetDateTime> timed(boolean untimed, String path, OffsetDateTime at) {
        return untimed ? Fact.unknown(Evidence.missing("Procedure/1", path)) : fact("minutes", path, at);
    }

    /** The details of the node itself, then those of the session. */
    private Map<String, Fact<?>> details(JsonNode node) {
        Map<String, Fact<?>> details = new HashMap<>();
        for (JsonNode where : List.of(facts.path("details"), node.path("details"))) {
            where.properties().forEach(detail -> details.put(detail.getKey(), detail(detail.getValue())));
        }
        return details;
    }

    private static Fact<?> detail(JsonNode value) {
        if (value.isInt()) {
            return known("Procedure.extension", value.asInt());
        }
        String text = value.isBoolean() ? (value.asBoolean() ? "yes" : "no") : value.asText();
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? known("Procedure.extension", LocalDate.parse(text))
                : known("Procedure.extension", text);
    }

    private Map<String, Fact<String>> classes() {
        Map<String, Fact<String>> classes = new HashMap<>();
        facts.path("classes")
                .properties()
                .forEach(one -> classes.put(
                        one.getKey(), known("Coverage.class", one.getValue().asText())));
        return classes;
    }

    private MedicalDecision decision(JsonNode node) {
        String[] levels = node.path("decision").asText("").split(" ", -1);
        return new MedicalDecision(level(levels, 0), level(levels, 1), level(levels, 2));
    }

    private static Fact<String> level(String[] levels, int index) {
        boolean stated = index < levels.length && !levels[index].isEmpty() && !levels[index].equals("-");
        return stated ? known("Procedure.extension", levels[index]) : unknown("Procedure.extension");
    }

    private Clinician clinician(String credential) {
        String taxonomy = ScenarioPeople.TAXONOMIES.getOrDefault(credential, credential);
        return new Clinician(
                fact("rendering", "Procedure.performer.actor", "Practitioner/" + credential),
                fact("rendering-npi", "Practitioner.identifier", text("npi", ScenarioPeople.npi(credential))),
                fact("credential", "PractitionerRole.specialty", taxonomy));
    }

    private List<Diagnosis> diagnoses() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        if (!facts.has("diagnoses") && !missing.contains("diagnosis")) {
            diagnoses.add(new Diagnosis("Condition/1", known("Condition.code", "F41.1"), verified("confirmed")));
        }
        facts.path("diagnoses").forEach(node -> {
            String[] parts = node.path("code").asText(node.asText()).split(" ", 2);
            Fact<String> code = parts[0].equals("none") ? unknown("Condition.code") : known("Condition.code", parts[0]);
            diagnoses.add(new Diagnosis(
                    "Condition/1",
                    code,
                    verified(parts.length > 1 ? parts[1] : "confirmed"),
                    of(node, "status", "Condition.clinicalStatus"),
                    of(node, "text", "Condition.code.text"),
                    node.has("note") ? List.of(of(node, "note", "Condition.note.text")) : List.of()));
        });
        return diagnoses;
    }

    private static Fact<String> verified(String status) {
        return known("Condition.verificationStatus", status);
    }

    private Note note(OffsetDateTime start) {
        Map<String, Evidence> sections = new HashMap<>();
        ScenarioNote.SECTIONS.stream()
                .filter(section -> !missing.contains("coded-sections"))
                .filter(section -> !missing.contains(section) && !missing.contains(section + "-section"))
                .forEach(section ->
                        sections.put(section, new Evidence("Composition/1", "Composition.section", section)));
        List<Note.Signature> signatures = new ArrayList<>();
        if (!missing.contains("signature")) {
            OffsetDateTime at = text("signed", "after").equals("before") ? start.minusHours(1) : start.plusHours(5);
            for (String signer :
                    text("signed-by", text("by", "clinical-social-worker")).split(", ", -1)) {
                signatures.add(new Note.Signature(
                        known("Composition.attester.party", "Practitioner/" + signer),
                        known("Composition.attester.time", at)));
            }
        }
        return new Note(
                        fact("note", "Composition", "Composition/1"),
                        fact("note-status", "Composition.status", text("note-status", "final")),
                        List.of(),
                        signatures,
                        sections,
                        !missing.contains("coded-sections"),
                        NoteReading.NONE,
                        List.of())
                .with(ScenarioNote.amendments(facts.path("amendments"), date));
    }

    private PayerCoverage coverage() {
        return new PayerCoverage(
                fact("coverage", "Coverage", "Coverage/1"),
                fact("coverage", "Coverage.status", text("coverage-status", "active")),
                missing.contains("coverage")
                        ? unknown("Coverage")
                        : fact("payer", "Coverage.type", text("payer", "commercial")),
                fact("coverage", "Coverage.payor", "Organization/2"),
                fact("coverage-period", "Coverage.period.start", LocalDate.of(2010, 1, 1)),
                fact("coverage-period", "Coverage.period.end", LocalDate.parse(text("coverage-ends", "2030-12-31"))),
                fact("subscriber", "Coverage.subscriberId", "A1"),
                classes());
    }

    private int minutes(JsonNode node) {
        return node.path("minutes").asInt(facts.path("minutes").asInt(50));
    }

    private String text(String field, String otherwise) {
        return facts.path(field).asText(otherwise);
    }

    private Fact<String> optional(String field, String path) {
        return of(facts, field, path);
    }

    private static Fact<String> of(JsonNode node, String field, String path) {
        return node.has(field) ? known(path, node.get(field).asText()) : unknown(path);
    }

    private <T> Fact<T> fact(String name, String path, T value) {
        return missing.contains(name) ? unknown(path) : known(path, value);
    }

    private static <T> Fact<T> known(String path, T value) {
        return Fact.of(value, new Evidence(resource(path), path, value.toString()));
    }

    private static <T> Fact<T> unknown(String path) {
        return Fact.unknown(Evidence.missing(resource(path), path));
    }

    private static String resource(String path) {
        return path.split("\\.", 2)[0] + "/1";
    }
}
