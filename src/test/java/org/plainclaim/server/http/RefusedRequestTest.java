package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** What the edge refuses, and that every refusal is an OperationOutcome in plain words. */
final class RefusedRequestTest {
    private final FhirHttp http = RunningServer.H2.http();

    @ParameterizedTest
    @ValueSource(strings = {"../nowhere", "../health/live", "../metrics", "nowhere"})
    void aMethodThatNobodyKnowsIsNoFaultOfTheServer(String path) {
        FhirHttp.Answer answer = http.patch(path, "{}");
        assertTrue(answer.status() >= 400 && answer.status() < 500, path + " " + answer.status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not JSON                        | hello",
                "a property without a name       | {\"resourceType\":\"Patient\",\"\":{\"reference\":\"Claim/1\"}}",
                "a plus sign before a number     | {\"resourceType\":\"Patient\",\"multipleBirthInteger\":+1}",
                "a number with a leading zero    | {\"resourceType\":\"Patient\",\"multipleBirthInteger\":01}",
                "a key twice                     | {\"resourceType\":\"Patient\",\"active\":true,\"active\":true}",
                "something after the end         | {\"resourceType\":\"Patient\"} {}",
                "no end                          | {\"resourceType\":\"Patient\"",
                "a comma too many                | {\"resourceType\":\"Patient\",}",
                "a comment                       | {\"resourceType\":\"Patient\" /* x */}",
                "a null property                 | {\"resourceType\":\"Patient\",\"active\":null}",
                "the character NUL               | {\"resourceType\":\"Patient\",\"language\":\"a\\u0000b\"}",
                "a list                          | [{\"resourceType\":\"Patient\"}]",
                "no resource type                | {\"active\":true}",
                "an unknown resource type        | {\"resourceType\":\"Session\"}",
                "another type than the URL says  | {\"resourceType\":\"Encounter\"}",
                "an unknown element              | {\"resourceType\":\"Patient\",\"shoeSize\":44}",
                "a code that does not exist      | {\"resourceType\":\"Patient\",\"gender\":\"whatever\"}",
                "a date that does not exist      | {\"resourceType\":\"Patient\",\"birthDate\":\"2010-13-40\"}",
                "an object for a list            | {\"resourceType\":\"Patient\",\"name\":{\"family\":\"x\"}}",
                "text for a truth value          | {\"resourceType\":\"Patient\",\"active\":\"yes\"}"
            })
    void refusesABodyWith(String what, String body) {
        expect(400, http.post("Patient", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Patient",
                "<Patient xmlns=\"http://hl7.org/fhir\"><active value=\"true\"/></Patient><x/>",
                "<!DOCTYPE Patient><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&x;\"/></Patient>",
                "<Patient xmlns=\"http://hl7.org/fhir\"><shoeSize value=\"44\"/></Patient>"
            })
    void refusesXmlThatIsNotOneSoundResource(String body) {
        expect(
                400,
                http.post("Patient", body, "Content-Type", "application/fhir+xml", "Accept", "application/fhir+json"));
    }

    @Test
    void refusesAParameterWithoutAName() {
        expect(400, http.post("$process-x12", "{\"resourceType\":\"Parameters\",\"parameter\":[{}]}"));
    }

    @Test
    void refusesThousandsOfLevels() {
        String deep = "{\"resourceType\":\"Patient\",\"extension\":" + "[{\"extension\":".repeat(5000) + "[]"
                + "}]".repeat(5000) + "}";
        expect(400, http.post("Patient", deep));
        String xml = "<Patient xmlns=\"http://hl7.org/fhir\">" + "<extension>".repeat(5000)
                + "</extension>".repeat(5000) + "</Patient>";
        expect(
                400,
                http.post("Patient", xml, "Content-Type", "application/fhir+xml", "Accept", "application/fhir+json"));
    }

    @Test
    void refusesABodyOverTheLimitAndServesOn() {
        String large = "{\"resourceType\":\"Patient\",\"language\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        expect(413, http.post("Patient", large));
        assertEquals(200, http.get("metadata").status());
    }

    @Test
    void takesABodyJustUnderTheLimit() {
        String text = "x".repeat(7 * 1024 * 1024);
        var stored = http.post("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"" + text + "\"}]}");
        assertEquals(201, stored.status());
        http.delete("Patient/" + stored.json().path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient?name=%zz", "Patient?name=%", "Patient?name=%ff", "Patient?name=%00"})
    void refusesAQueryThatIsNotText(String path) throws IOException {
        assertTrue(raw(path).startsWith("HTTP/1.1 400"), raw(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/%zz", "Patient/%", "%c3%28/1"})
    void refusesAPathThatIsNotTextInFhir(String path) throws IOException {
        String answer = raw(path);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("OperationOutcome"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Session/1, 404",
        "GET, Medication, 404",
        "GET, ConceptMap/1, 404",
        "GET, Patient/no-such-one, 404",
        "GET, Patient/no-such-one/_history, 404",
        "GET, Patient/$no-such-operation, 404",
        "GET, $no-such-operation, 404",
        "DELETE, metadata, 405",
        "DELETE, ValueSet/x, 405",
        "OPTIONS, Patient, 405",
        "TRACE, Patient, 405",
        "GET, Patient/a/*, 405"
    })
    void saysWhatIsNotThere(String method, String path, int status) {
        if (!method.equals("TRACE")) {
            expect(status, http.send(method, path, ""));
        }
    }

    @Test
    void answersOnlyInJsonAndXml() {
        expect(406, http.get("Patient", "Accept", "text/turtle"));
        expect(406, http.get("Patient", "Accept", "image/png, text/turtle"));
        expect(406, http.get("Patient?_format=ttl"));
        assertEquals(
                200, http.get("Patient", "Accept", "text/turtle, */*;q=0.1").status());
        assertEquals(
                200,
                http.get("Patient", "Accept", "text/html,application/xml;q=0.9").status());
        assertTrue(http.get("Patient?_format=xml").header("Content-Type").startsWith("application/fhir+xml"));
        assertTrue(http.get("Patient?_format=application/fhir%2Bjson", "Accept", "application/fhir+xml")
                .header("Content-Type")
                .startsWith("application/fhir+json"));
    }

    @Test
    void takesOnlyJsonAndXml() {
        expect(415, http.post("Patient", "x", "Content-Type", "text/plain"));
        expect(415, http.post("Patient", "{}", "Content-Type", "application/fhir+json; charset=latin1"));
        expect(415, http.post("Patient", "{}", "Content-Type", "application/fhir+json", "Content-Encoding", "br"));
        expect(415, http.patch("Patient/a", "{}", "Content-Type", "application/json"));
    }

    @Test
    void writesARefusalInXmlForAClientThatReadsXml() {
        var refused = http.get("Patient?_format=ttl", "Accept", "application/fhir+xml");
        assertEquals(406, refused.status());
        var missing = http.get("Patient/no-such-one", "Accept", "application/fhir+xml");
        assertTrue(missing.body().startsWith("<OperationOutcome"), missing.body());
    }

    private static void expect(int status, FhirHttp.Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        var issue = answer.json().path("issue").path(0);
        assertEquals("OperationOutcome", answer.json().path("resourceType").asText(), answer.body());
        assertEquals("error", issue.path("severity").asText(), answer.body());
        assertFalse(issue.path("code").asText().isEmpty(), answer.body());
        String words = answer.diagnostics();
        assertFalse(words.isBlank(), answer.body());
        assertFalse(words.matches("(?s).*(HAPI-[0-9]|Exception|\\bat ca\\.|java\\.|org\\.hl7).*"), words);
    }

    /** Sends what java.net.http would not. */
    private static String raw(String path) throws IOException {
        int port = RunningServer.H2.server().port();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /fhir/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
