package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks whether the input is FHIR and one session of one patient; finds all that is not, not only the first. */
final class Intake {
    private final List<InputProblem> problems = new ArrayList<>();

    private Intake() {}

    /**
     * The resources of one session.
     *
     * @throws BadInput if the input is not FHIR, or not one session of one patient
     */
    static SessionResources accept(JsonNode document, KnownShapes shapes) throws BadInput {
        Intake intake = new Intake();
        intake.envelope(document);
        intake.stop();
        SessionResources resources = SessionResources.of(document);
        resources.all().forEach(resource -> intake.problems.addAll(shapes.check(resource)));
        intake.oneEncounter(resources);
        if (intake.problems.isEmpty()) {
            intake.onePatient(resources);
        }
        intake.stop();
        return resources;
    }

    private void stop() throws BadInput {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private void envelope(JsonNode document) {
        JsonNode type = document.path("resourceType");
        if (!type.isTextual()) {
            problem("structure", "Bundle", "The input is JSON but no FHIR resource: it has no resourceType.");
        } else if (type.textValue().equals("Bundle")) {
            entries(document.path("entry"));
        }
    }

    private void entries(JsonNode entries) {
        if (!entries.isMissingNode() && !entries.isArray()) {
            problem("structure", "Bundle.entry", "Bundle.entry must be a JSON array.");
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            JsonNode resource = entries.get(i).path("resource");
            String path = "Bundle.entry[" + i + "]";
            if (!entries.get(i).isObject()) {
                problem("structure", path, path + " must be a JSON object.");
            } else if (!resource.isMissingNode()
                    && !resource.path("resourceType").isTextual()) {
                problem("structure", path + ".resource", path + ".resource has no resourceType.");
            }
        }
    }

    private void oneEncounter(SessionResources resources) {
        int encounters = resources.ofType("Encounter").size();
        if (encounters == 0) {
            problem("required", "Bundle.entry.resource", "There is no Encounter: nothing says which session it is.");
        } else if (encounters > 1) {
            problem(
                    "multiple-matches",
                    "Bundle.entry.resource",
                    "There are " + encounters + " Encounters, but one session has exactly one.");
        }
    }

    private void onePatient(SessionResources resources) {
        Resource encounter = resources.ofType("Encounter").get(0);
        Element subject = encounter.root().child("subject");
        if (!subject.present()) {
            return;
        }
        String patient = key(resources, subject);
        Set<String> others = new HashSet<>();
        for (Resource resource : resources.all()) {
            for (Element reference : subjects(resource)) {
                String other = key(resources, reference);
                if (!other.isEmpty() && !other.equals(patient)) {
                    others.add(other);
                    twoPatients(reference.path(), resource.reference());
                }
            }
        }
        strangers(resources, patient, others);
    }

    /** A Patient that nothing of the session refers to; one who only holds the insurance may be there. */
    private void strangers(SessionResources resources, String patient, Set<String> reported) {
        Set<String> known = new HashSet<>(reported);
        known.add(patient);
        for (Resource coverage : resources.ofType("Coverage")) {
            Element root = coverage.root();
            known.add(key(resources, root.child("subscriber")));
            known.add(key(resources, root.child("policyHolder")));
            root.each("payor").forEach(payor -> known.add(key(resources, payor)));
        }
        for (Resource person : resources.ofType("Patient")) {
            if (!known.contains(person.reference())) {
                twoPatients("Patient", person.reference());
            }
        }
    }

    private static List<Element> subjects(Resource resource) {
        Element root = resource.root();
        return List.of(root.child("subject"), root.child("patient"), root.child("beneficiary"));
    }

    /** The patient a reference means; empty if that can not be told. */
    private static String key(SessionResources resources, Element reference) {
        if (!reference.json().isObject()) {
            return "";
        }
        return resources.find(reference).map(Resource::reference).orElseGet(() -> {
            String literal =
                    SessionResources.literal(reference.child("reference").textOr(""));
            return literal.startsWith("Patient/") ? literal : "";
        });
    }

    private void twoPatients(String path, String resource) {
        problems.add(new InputProblem(
                "business-rule",
                path,
                path + " of " + resource + " is another patient than the one of the Encounter.",
                "Send one session of one patient in a Bundle, and nothing of anybody else."));
    }

    private void problem(String code, String expression, String message) {
        problems.add(new InputProblem(
                code,
                expression,
                message,
                "Send one FHIR R4 Bundle with one Encounter, as the session contract says."));
    }
}
