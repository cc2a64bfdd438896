package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources of a history that have the shape of FHIR, together with those of the session itself. */
final class HistoryResources {
    private static final List<String> MATTER = List.of("Encounter", "Procedure", "Claim");

    private final SessionResources resources;
    private final List<Resource> own;
    private final boolean complete;

    private HistoryResources(SessionResources resources, List<Resource> own, boolean complete) {
        this.resources = resources;
        this.own = List.copyOf(own);
        this.complete = complete;
    }

    /**
     * What can be used of a Bundle.
     *
     * @throws BadInput if nothing in it can be read, or if something in it is of another patient
     */
    static HistoryResources accept(JsonNode bundle, HistoryReader.Around session) throws BadInput {
        Sifting sifting = new Sifting();
        sifting.sift(bundle);
        SessionResources resources = SessionResources.of(sifting.kept);
        List<Resource> own = List.copyOf(resources.all());
        resources.addAll(session.bundle());
        HistoryResources history = new HistoryResources(resources, own, sifting.problems.isEmpty());
        history.refuseOthers(session.documentation().patient().reference().orElse(""));
        return history;
    }

    /** Keeps what has the shape that it should have. */
    private static final class Sifting {
        private final ObjectNode kept = Nodes.resource("Bundle");
        private final List<InputProblem> problems = new ArrayList<>();

        void sift(JsonNode bundle) throws BadInput {
            ArrayNode entries = kept.putArray("entry");
            JsonNode sent = bundle.path("entry");
            if (!sent.isMissingNode() && !sent.isArray()) {
                problem("Bundle.entry must be a JSON array.");
            }
            for (JsonNode entry : sent) {
                List<InputProblem> faults = faults(entry.path("resource"));
                problems.addAll(faults);
                if (faults.isEmpty()) {
                    entries.add(entry);
                }
            }
            boolean nothing = entries.isEmpty();
            if (nothing && !problems.isEmpty()) {
                throw new BadInput(problems);
            }
        }

        private List<InputProblem> faults(JsonNode resource) {
            if (!resource.path("resourceType").isTextual()) {
                return List.of(noResource("An entry of the history has no resource with a resourceType."));
            }
            String type = resource.get("resourceType").textValue();
            return Shapes.check(new Resource("", type, resource));
        }

        private void problem(String message) {
            problems.add(noResource(message));
        }

        private static InputProblem noResource(String message) {
            return new InputProblem(
                    "structure", "Bundle.entry", message, "Send the history as one FHIR R4 Bundle, or leave it out.");
        }
    }

    private void refuseOthers(String patient) throws BadInput {
        List<InputProblem> problems = new ArrayList<>();
        for (Resource resource : own) {
            for (String name : List.of("subject", "patient")) {
                Element reference = resource.root().child(name);
                if (MATTER.contains(resource.type()) && reference.present() && !leadsTo(reference, patient)) {
                    problems.add(new InputProblem(
                            "business-rule",
                            reference.path(),
                            reference.path() + " of " + resource.reference() + " in the history is another patient than"
                                    + " the one of the session.",
                            "Send only what belongs to the patient of the session, and refer to the patient as the"
                                    + " session does, or by a Patient with the same identifier."));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private boolean leadsTo(Element reference, String patient) {
        Optional<Resource> found = resources.find(reference);
        Optional<Resource> mine = named(patient);
        if (found.isEmpty() || mine.isEmpty()) {
            String text = reference.child("reference").textOr("");
            return text.equals(patient) || SessionResources.literal(text).equals(patient);
        }
        return found.get().reference().equals(mine.get().reference()) || shareIdentifier(found.get(), mine.get());
    }

    /** The resource that has a reference. */
    Optional<Resource> named(String reference) {
        return resources.find(new Element("", "", Nodes.object().put("reference", reference)));
    }

    /** True if both name the same thing by an identifier. */
    static boolean shareIdentifier(Resource one, Resource other) {
        Set<String> identifiers = identifiers(one);
        identifiers.retainAll(identifiers(other));
        return !identifiers.isEmpty();
    }

    /** The identifiers of a resource, each as system and value. */
    static Set<String> identifiers(Resource resource) {
        Set<String> identifiers = new HashSet<>();
        for (Element identifier : resource.root().each("identifier")) {
            String value = identifier.child("value").textOr("");
            if (!value.isEmpty()) {
                identifiers.add(identifier.child("system").textOr("") + "|" + value);
            }
        }
        return identifiers;
    }

    /** Those of the history with the type. */
    List<Resource> ofType(String type) {
        return own.stream().filter(resource -> resource.type().equals(type)).toList();
    }

    SessionResources all() {
        return resources;
    }

    /** False if something had to be left out. */
    boolean complete() {
        return complete;
    }
}
