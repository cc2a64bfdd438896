package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.plainclaim.documentation.SessionDocumentation;

final class ReferencesTest {
    private final ObjectNode bundle = Sessions.bundle("psychotherapy-video-home");
    private final String expected = gist(Sessions.read(bundle));

    @Test
    void findsRelativeReferences() {
        assertSame(rewritten((type, id) -> node("reference", type + "/" + id)));
    }

    @Test
    void findsAbsoluteReferences() {
        assertSame(rewritten((type, id) -> node("reference", "https://ehr.example.org/fhir/" + type + "/" + id)));
    }

    @Test
    void findsVersionedReferences() {
        assertSame(rewritten((type, id) -> node("reference", type + "/" + id + "/_history/7")));
    }

    @Test
    void findsReferencesByIdentifier() {
        assertSame(rewritten((type, id) -> {
            ObjectNode reference = node("type", type);
            reference
                    .putObject("identifier")
                    .put("system", "https://ids.example.org")
                    .put("value", id);
            return reference;
        }));
    }

    @Test
    void findsConditionalReferences() {
        assertSame(rewritten((type, id) -> node("reference", type + "?identifier=https://ids.example.org%7C" + id)));
    }

    @Test
    void findsContainedResources() {
        ObjectNode encounter = Sessions.first(bundle, "Encounter");
        ObjectNode location = Sessions.json("{'resourceType':'Location','id':'here','type':[{'coding':["
                + "{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'SCHOOL'}]}]}");
        encounter.putArray("contained").add(location);
        encounter.putArray("location").addObject().putObject("location").put("reference", "#here");
        var place = Sessions.read(bundle).setting().patientPlace();
        assertEquals("SCHOOL", place.get());
        assertTrue(place.evidence().get(0).resource().endsWith("#here"));
    }

    @Test
    void namesAReferenceToNothing() {
        ObjectNode encounter = Sessions.first(bundle, "Encounter");
        ((ObjectNode) encounter.get("diagnosis").get(0)).putObject("condition").put("reference", "Condition/none");
        var finding = Sessions.read(bundle).readingFindings().get(0);
        assertEquals("reference-unresolved", finding.rule());
        assertEquals(
                "Encounter.diagnosis[0].condition.reference",
                finding.evidence().get(0).path());
        assertTrue(finding.message().contains("Condition/none"), finding.message());
        assertTrue(finding.holds());
    }

    @Test
    void takesTheNpiOfAClinicianWhoIsOnlyIdentified() {
        ObjectNode encounter = Sessions.first(bundle, "Encounter");
        Sessions.remove(bundle, "Practitioner");
        Sessions.remove(bundle, "PractitionerRole");
        ObjectNode individual = ((ObjectNode) encounter.get("participant").get(0)).putObject("individual");
        individual.putObject("identifier").put("system", Systems.NPI).put("value", "1234567893");
        var clinician = Sessions.read(bundle).services().get(0).rendering();
        assertEquals("1234567893", clinician.npi().get());
        assertTrue(!clinician.taxonomy().known());
    }

    private void assertSame(ObjectNode changed) {
        SessionDocumentation session = Sessions.read(changed);
        assertEquals(List.of(), Sessions.findings(session));
        assertEquals(expected, gist(session));
    }

    /** What was read, without the references themselves. */
    private static String gist(SessionDocumentation session) {
        var service = session.services().get(0);
        return String.join(
                " ",
                service.time().minutes().toString().replaceAll("resource=[^,]*", ""),
                service.rendering().npi().get(),
                service.rendering().taxonomy().get(),
                session.setting().patientPlace().get(),
                String.valueOf(session.setting().telehealthConsent().known()),
                String.valueOf(session.diagnoses().size()),
                String.valueOf(
                        session.note().sections().keySet().stream().sorted().toList()),
                String.valueOf(session.note().signatures().get(0).signer().known()),
                session.plan().status().get(),
                session.coverage().payer().get(),
                session.billing().npi().get());
    }

    /** The Bundle as an EHR would export it: ids instead of urns, and references in another form. */
    private ObjectNode rewritten(BiFunction<String, String, ObjectNode> form) {
        ObjectNode changed = bundle.deepCopy();
        int number = 0;
        for (JsonNode entry : changed.get("entry")) {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            String type = resource.get("resourceType").asText();
            String id = "n" + number++;
            replace(changed, entry.get("fullUrl").asText(), form.apply(type, id));
            ObjectNode identifier = Sessions.json("{'system':'https://ids.example.org','value':'" + id + "'}");
            if (type.equals("Composition")) {
                resource.set("identifier", identifier);
            } else {
                resource.withArray("identifier").add(identifier);
            }
            resource.put("id", id);
            ((ObjectNode) entry).put("fullUrl", "https://ehr.example.org/fhir/" + type + "/" + id);
            ((ObjectNode) entry).remove("request");
        }
        return changed.put("type", "collection");
    }

    private static void replace(JsonNode json, String urn, ObjectNode reference) {
        if (json instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                JsonNode child = object.get(name);
                if (child.path("reference").asText().equals(urn)) {
                    object.set(name, reference);
                } else {
                    replace(child, urn, reference);
                }
            });
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).path("reference").asText().equals(urn)) {
                    array.set(i, reference);
                } else {
                    replace(array.get(i), urn, reference);
                }
            }
        }
    }

    private static ObjectNode node(String name, String value) {
        return Sessions.json("{}").put(name, value);
    }
}
