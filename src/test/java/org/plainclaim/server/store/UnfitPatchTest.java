package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** XML Patch and FHIRPath Patch change what they name, and are refused in plain words if they do not fit. */
final class UnfitPatchTest {
    private final FhirHttp http = RunningServer.H2.http();
    private final String id = "u-" + UUID.randomUUID();

    @BeforeEach
    void store() {
        http.put("Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"gender\":\"male\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<diff><foo/></diff>",
                "<diff xmlns:f=\"http://hl7.org/fhir\"><remove sel=\"f:Patient/f:nope\"/></diff>",
                "<diff><remove sel=\"(((\"/></diff>",
                "<diff><add sel=\"f:Patient\"><shoeSize value=\"44\"/></add></diff>"
            })
    void refusesAnXmlPatchThatDoesNotFit(String patch) {
        refused(http.patch(
                "Patient/" + id,
                patch,
                "Content-Type",
                "application/xml-patch+xml",
                "Accept",
                "application/fhir+json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                        + "{\"name\":\"type\",\"valueCode\":\"add\"},{\"name\":\"path\",\"valueString\":\"Patient\"},"
                        + "{\"name\":\"name\",\"valueString\":\"shoeSize\"},{\"name\":\"value\",\"valueString\":\"x\"}]}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                        + "{\"name\":\"type\",\"valueCode\":\"add\"},{\"name\":\"path\",\"valueString\":\"(((\"},"
                        + "{\"name\":\"name\",\"valueString\":\"active\"},{\"name\":\"value\",\"valueBoolean\":true}]}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                        + "{\"name\":\"type\",\"valueCode\":\"add\"},{\"name\":\"path\",\"valueString\":\"Patient\"}]}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                        + "{\"name\":\"type\",\"valueCode\":\"replace\"},{\"name\":\"path\",\"valueString\":\"Patient.gender\"},"
                        + "{\"name\":\"value\",\"valueCode\":\"whatever\"}]}]}"
            })
    void refusesAFhirPathPatchThatDoesNotFit(String patch) {
        refused(http.patch("Patient/" + id, patch, "Content-Type", "application/fhir+json"));
    }

    @Test
    void doesPatchesThatFit() {
        var xml = http.patch(
                "Patient/" + id,
                "<diff xmlns:f=\"http://hl7.org/fhir\"><remove sel=\"f:Patient/f:gender\"/></diff>",
                "Content-Type",
                "application/xml-patch+xml");
        assertEquals(200, xml.status(), xml.body());
        var fhirPath = http.patch(
                "Patient/" + id,
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                        + "{\"name\":\"type\",\"valueCode\":\"add\"},{\"name\":\"path\",\"valueString\":\"Patient\"},"
                        + "{\"name\":\"name\",\"valueString\":\"active\"},{\"name\":\"value\",\"valueBoolean\":true}]}]}",
                "Content-Type",
                "application/fhir+json");
        assertEquals(200, fhirPath.status(), fhirPath.body());
        var read = http.get("Patient/" + id).json();
        assertTrue(read.path("gender").isMissingNode() && read.path("active").asBoolean(), read.toString());
        assertEquals("3", read.at("/meta/versionId").asText());
    }

    private void refused(FhirHttp.Answer answer) {
        assertTrue(answer.status() == 400 || answer.status() == 422, answer.status() + answer.body());
        assertEquals("1", http.get("Patient/" + id).json().at("/meta/versionId").asText());
    }

    /** Expressions that could keep the server busy: they are refused before anybody evaluates them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient.name.where(family.matches('(a+)+b'))",
                "Patient.descendants().where($this is Coding)",
                "Patient.repeat(contact).name",
                "Patient.name.where(given.replaceMatches('(a*)*', '') = 'x')",
                "Patient.name.where(family = 'x').where(family = 'x').where(family = 'x').where(family = 'x')"
                        + ".where(family = 'x').where(family = 'x').where(family = 'x')",
            })
    void refusesAFhirPathThatSearches(String path) {
        var answer = http.patch("Patient/" + id, fhirPath(path), "Content-Type", "application/fhir+json");
        assertEquals(422, answer.status(), answer.body());
        assertTrue(answer.diagnostics().contains("leads to one element"), answer.diagnostics());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//*[count(//*[count(//*)>0])>0]", "f:Patient/descendant::*", "f:Patient[string-length(.)>1]"})
    void refusesAnXPathThatSearches(String path) {
        String patch = "<diff xmlns:f=\"http://hl7.org/fhir\"><remove sel=\"" + path + "\"/></diff>";
        String[] headers = {"Content-Type", "application/xml-patch+xml", "Accept", "application/fhir+json"};
        var answer = http.patch("Patient/" + id, patch, headers);
        assertEquals(422, answer.status(), answer.body());
        assertTrue(answer.diagnostics().contains("leads to one element"), answer.diagnostics());
    }

    @Test
    void takesAPathWithACondition() {
        String named = "{\"resourceType\":\"Patient\",\"id\":\"" + id
                + "\",\"name\":[{\"use\":\"official\",\"family\":\"a\"},{\"use\":\"maiden\",\"family\":\"c\"}]}";
        http.put("Patient/" + id, named);
        String path = "Patient.name.where(use = 'official').family";
        var answer = http.patch("Patient/" + id, fhirPath(path), "Content-Type", "application/fhir+json");
        assertEquals(200, answer.status(), answer.body());
        assertEquals("b", http.get("Patient/" + id).json().at("/name/0/family").asText());
    }

    /** The library takes the bracket in the text for one of the path. */
    @Test
    void aPathThatTheLibraryCanNotReadIsNoFaultOfTheServer() {
        String path = "Patient.name.where(text = 'matches(x)').family";
        refused(http.patch("Patient/" + id, fhirPath(path), "Content-Type", "application/fhir+json"));
    }

    private static String fhirPath(String path) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                + "{\"name\":\"type\",\"valueCode\":\"replace\"},{\"name\":\"path\",\"valueString\":\"" + path
                + "\"},{\"name\":\"value\",\"valueString\":\"b\"}]}]}";
    }
}
