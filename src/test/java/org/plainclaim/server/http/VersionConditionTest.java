package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** A condition on a version is honoured or refused, never dropped. */
final class VersionConditionTest {
    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"version-condition\"}";
    private final FhirHttp http = RunningServer.H2.http();

    @BeforeEach
    void store() {
        http.put("Patient/version-condition", PATIENT);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "rubbish, 400",
                "*, 400",
                "'\"\"', 400",
                "'W/\"\"', 400",
                "'\"1', 400",
                "'\"1\", \"2\"', 400",
                "'W/\"x\"', 412",
                "'W/\"99999999999999999999\"', 412",
                "'W/\"77\"', 412"
            })
    void refusesAConditionThatDoesNotNameThisVersion(String tag, int status) {
        var put = http.put("Patient/version-condition", PATIENT, "If-Match", tag);
        assertEquals(status, put.status(), put.body());
        assertEquals(
                status,
                http.delete("Patient/version-condition", "If-Match", tag).status());
        assertEquals(200, http.get("Patient/version-condition").status());
    }

    @Test
    void changesTheVersionThatTheConditionNames() {
        String tag = http.get("Patient/version-condition").header("ETag");
        assertEquals(
                200,
                http.put("Patient/version-condition", PATIENT, "If-Match", tag).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "batch"})
    void refusesAnEntryWhoseConditionIsNoVersion(String kind) {
        for (String tag : new String[] {"rubbish", "*", "W/\\\"\\\"", "\\\"1"}) {
            var answer = http.post(
                    "",
                    "{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":[{\"resource\":" + PATIENT
                            + ",\"request\":{\"method\":\"PUT\",\"url\":\"Patient/version-condition\",\"ifMatch\":\""
                            + tag + "\"}}]}");
            assertEquals(400, answer.status(), answer.body());
            assertTrue(answer.diagnostics().contains("Bundle.entry[0].request.ifMatch"), answer.diagnostics());
        }
    }

    @Test
    void readsDespiteADateThatIsNone() {
        var read = http.get("Patient/version-condition", "If-Modified-Since", "rubbish");
        assertEquals(200, read.status(), read.body());
    }

    @Test
    void findsNoVersionWhoseNumberIsBeyondAll() {
        var read = http.get("Patient/version-condition/_history/99999999999999999999");
        assertEquals(404, read.status(), read.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"language\":\"a\\ud800b\"",
                "\"language\":\"\\udc00\"",
                "\"extension\":[{\"valueDecimal\":1e400}]",
                "\"extension\":[{\"valueDecimal\":1e999999999}]",
                "\"extension\":[{\"valueDecimal\":-1e-999999999}]"
            })
    void refusesWhatNoDatabaseKeeps(String element) {
        var answer = http.post("Patient", "{\"resourceType\":\"Patient\"," + element + "}");
        assertEquals(400, answer.status(), answer.body());
        assertTrue(answer.diagnostics().contains("no database keeps"), answer.diagnostics());
    }

    @Test
    void keepsTextBeyondTheBasicPlane() {
        var stored = http.post("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"\\ud83d\\ude00\"}]}");
        assertEquals(201, stored.status(), stored.body());
    }
}
