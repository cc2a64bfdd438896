package org.plainclaim.server.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Codes asked over HTTP with a date of service. */
final class TerminologyTest {
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String VALIDATE = "CodeSystem/$validate-code?url=" + ICD + "&code=";
    private static final String SETS = "https://plainclaim.org/fhir/ValueSet/";
    private static final String KINDS = "https://plainclaim.org/fhir/CodeSystem/behavioral-service";

    private final FhirHttp http = RunningServer.H2.http();

    private static JsonNode value(JsonNode parameters, String name) {
        for (JsonNode parameter :
                parameters.path("parameter").isMissingNode() ? parameters.path("part") : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return StreamSupport.stream(parameter.properties().spliterator(), false)
                        .filter(field -> field.getKey().startsWith("value"))
                        .map(java.util.Map.Entry::getValue)
                        .findFirst()
                        .orElse(parameter);
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private JsonNode ok(FhirHttp.Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    private static String parameters(String... members) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", members) + "]}";
    }

    @ParameterizedTest
    @CsvSource({
        "F32.A,    2021-09-30, false, not-yet,    'comes into use on 2021-10-01'",
        "F32.A,    2021-10-01, true,  '',         ''",
        "F43.8,    2022-09-30, true,  '',         ''",
        "F43.8,    2022-10-01, false, not-a-leaf, 'only a heading'",
        "F32,      2026-03-02, false, not-a-leaf, 'only a heading'",
        "F50.01,   2024-09-30, true,  '',         ''",
        "F50.010,  2024-09-30, false, not-yet,    'comes into use on 2024-10-01'",
        "F50.010,  2024-10-01, true,  '',         ''",
        "f32.a,    2026-03-02, false, unknown,    'not among the codes'",
        "F32.A,    2020-09-30, false, not-covered, 'comes into use on 2021-10-01'"
    })
    void saysOfACodeWhetherItMayBeUsedOnADate(String code, String date, boolean result, String cause, String words) {
        JsonNode answer = ok(http.get(VALIDATE + code + "&date=" + date));
        assertEquals(result, value(answer, "result").booleanValue(), answer.toString());
        assertEquals(cause, value(answer, "cause").asText());
        assertTrue(value(answer, "message").asText().contains(words), answer.toString());
        assertEquals(date, value(answer, "date").asText());
        assertEquals(words.isEmpty(), value(answer, "message").isMissingNode());
    }

    @Test
    void saysThatNobodyLookedWhereNoReleaseCoversTheDate() {
        JsonNode answer = ok(http.get(VALIDATE + "F33.1&date=2099-01-01"));
        assertTrue(value(answer, "result").booleanValue());
        assertEquals("not-covered", value(answer, "cause").asText());
        assertTrue(value(answer, "message").asText().startsWith("Not checked: "), answer.toString());
        JsonNode wrong = ok(http.get(VALIDATE + "F33&date=2099-01-01"));
        assertFalse(value(wrong, "result").booleanValue());
        assertEquals("not-covered", value(wrong, "cause").asText());
    }

    @Test
    void asksForTodayWhereNoDateIsSent() {
        LocalDate before = LocalDate.now(ZoneId.systemDefault());
        JsonNode answer = ok(http.get(VALIDATE + "F33.1"));
        LocalDate used = LocalDate.parse(value(answer, "date").asText());
        assertTrue(!used.isBefore(before) && !used.isAfter(LocalDate.now(ZoneId.systemDefault())));
    }

    @Test
    void takesAHeadingWhereAHeadingIsAskedFor() {
        assertTrue(value(ok(http.get(VALIDATE + "F32&date=2026-03-02&abstract=true")), "result")
                .booleanValue());
        assertFalse(value(ok(http.get(VALIDATE + "F32&date=2026-03-02&abstract=false")), "result")
                .booleanValue());
    }

    @Test
    void answersTheSameOnTheInstanceAndInABodyAndInXml() {
        JsonNode type = ok(http.get(VALIDATE + "F32.A&date=2026-03-02"));
        assertEquals(type, ok(http.get("CodeSystem/icd-10-cm/$validate-code?code=F32.A&date=2026-03-02")));
        String date = "{\"name\":\"date\",\"valueDateTime\":\"2026-03-02T23:00:00-08:00\"}";
        String coding = "{\"name\":\"coding\",\"valueCoding\":{\"system\":\"" + ICD + "\",\"code\":\"F32.A\"}}";
        assertEquals(type, ok(http.post("CodeSystem/$validate-code", parameters(coding, date))));
        String xml =
                "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"url\"/><valueUri value=\"" + ICD
                        + "\"/></parameter><parameter><name value=\"code\"/><valueCode value=\"F32.A\"/></parameter>"
                        + "<parameter><name value=\"date\"/><valueDateTime value=\"2026-03-02\"/></parameter></Parameters>";
        assertEquals(type, ok(http.post("CodeSystem/$validate-code", xml, "Content-Type", "application/fhir+xml")));
        FhirHttp.Answer inXml = http.get(VALIDATE + "F32.A&date=2026-03-02&_format=xml");
        assertTrue(inXml.header("Content-Type").startsWith("application/fhir+xml"));
        assertTrue(inXml.body().contains("<name value=\"result\"/><valueBoolean value=\"true\"/>"), inXml.body());
    }

    @Test
    void takesTheFirstCodingOfAConceptThatMayBeUsed() {
        String concept = "{\"name\":\"codeableConcept\",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"" + ICD
                + "\",\"code\":\"F32\"},{\"system\":\"" + ICD + "\",\"code\":\"F32.A\"}]}}";
        String date = "{\"name\":\"date\",\"valueDate\":\"2026-03-02\"}";
        JsonNode answer = ok(http.post("CodeSystem/$validate-code", parameters(concept, date)));
        assertTrue(value(answer, "result").booleanValue());
        assertEquals("F32.A", value(answer, "code").asText());
    }

    @Test
    void saysThatADisplayDiffersAndDecidesNothingByIt() {
        JsonNode answer = ok(http.get(VALIDATE + "F32.A&date=2026-03-02&display=Something"));
        assertTrue(value(answer, "result").booleanValue());
        assertTrue(value(answer, "message").asText().contains("display differs"));
    }

    @Test
    void answersForOurOwnCodeSystemsToo() {
        assertTrue(value(
                        ok(http.get("CodeSystem/$validate-code?url=" + KINDS + "&code=individual-psychotherapy")),
                        "result")
                .booleanValue());
        assertFalse(value(ok(http.get("CodeSystem/behavioral-service/$validate-code?code=juggling")), "result")
                .booleanValue());
        assertTrue(value(
                        ok(http.get("ValueSet/behavioral-service/$validate-code?code=individual-psychotherapy")),
                        "result")
                .booleanValue());
        assertEquals(
                ok(http.get("CodeSystem/behavioral-service")).path("concept").size(),
                ok(http.get("ValueSet/behavioral-service/$expand"))
                        .at("/expansion/total")
                        .asInt());
    }

    @Test
    void looksUpWhatIsKnownOfACode() {
        JsonNode answer = ok(http.get("CodeSystem/$lookup?system=" + ICD + "&code=F32.A&date=2026-03-02"));
        assertEquals("ICD-10-CM", value(answer, "name").asText());
        assertFalse(value(answer, "display").asText().isEmpty());
        assertEquals("true", property(answer, "leaf"));
        assertEquals("2021-10-01", property(answer, "effective-from"));
        assertEquals("valid", property(answer, "validity"));
        assertFalse(property(answer, "citation").isEmpty());
        assertFalse(property(answer, "verified-on").isEmpty());
        assertFalse(property(answer, "release").isEmpty());
        JsonNode early = ok(http.get("CodeSystem/icd-10-cm/$lookup?code=F32.A&date=2021-09-30&property=validity"));
        assertEquals("not-yet", property(early, "validity"));
        assertEquals("", property(early, "leaf"));
        assertTrue(value(early, "message").asText().contains("comes into use on 2021-10-01"));
    }

    private static String property(JsonNode answer, String code) {
        for (JsonNode parameter : answer.path("parameter")) {
            if (parameter.path("name").asText().equals("property")
                    && value(parameter, "code").asText().equals(code)) {
                return value(parameter, "value").asText();
            }
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource({
        "behavioral-diagnosis,    F33.1,   2026-03-02, true,  ''",
        "behavioral-diagnosis,    F33,     2026-03-02, false, not-a-leaf",
        "substance-use-diagnosis, F10.20,  2026-03-02, true,  ''",
        "substance-use-diagnosis, F17.200, 2026-03-02, false, not-in-value-set",
        "substance-use-diagnosis, F33.1,   2026-03-02, false, not-in-value-set",
        "behavioral-diagnosis,    F32.A,   2021-09-30, false, not-yet",
        "behavioral-diagnosis,    X,       2026-03-02, false, unknown"
    })
    void saysWhetherACodeIsInAValueSetOnADate(String set, String code, String date, boolean result, String cause) {
        String question = "/$validate-code?code=" + code + "&date=" + date;
        JsonNode answer = ok(http.get("ValueSet/" + set + question));
        assertEquals(result, value(answer, "result").booleanValue(), answer.toString());
        assertEquals(cause, value(answer, "cause").asText());
        String byUrl =
                "ValueSet/$validate-code?url=" + SETS + set + "&system=" + ICD + "&code=" + code + "&date=" + date;
        assertEquals(answer, ok(http.get(byUrl)));
    }

    @Test
    void expandsInPagesThatTogetherAreTheWhole() {
        String expand = "ValueSet/substance-use-diagnosis/$expand?date=2026-03-02";
        List<String> whole = codes(ok(http.get(expand)));
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < whole.size(); offset += 50) {
            JsonNode page = ok(http.get(expand + "&count=50&offset=" + offset));
            assertEquals(whole.size(), page.at("/expansion/total").asInt());
            assertEquals(offset, page.at("/expansion/offset").asInt());
            assertTrue(page.at("/expansion/contains").size() <= 50);
            pages.addAll(codes(page));
        }
        assertTrue(whole.size() > 100);
        assertEquals(whole, pages);
        assertEquals(List.of(), codes(ok(http.get(expand + "&count=0"))));
        assertFalse(whole.contains("F10.1"), "a heading");
    }

    @Test
    void expandsByWordsAndByDate() {
        String expand = "ValueSet/$expand?url=" + SETS + "behavioral-diagnosis&filter=pica&date=";
        assertEquals(List.of("F98.3"), codes(ok(http.get(expand + "2024-09-30"))));
        assertEquals(List.of("F50.83", "F98.3"), codes(ok(http.get(expand + "2024-10-01"))));
        assertEquals(
                List.of("F50.83"),
                codes(ok(http.get(expand + "2024-10-01&filter=".replace("&filter=", "") + "&count=1"))));
        JsonNode later = ok(http.get(expand + "2099-01-01"));
        assertTrue(later.at("/expansion/parameter").toString().contains("not-checked"), later.toString());
    }

    private static List<String> codes(JsonNode expansion) {
        List<String> codes = new ArrayList<>();
        expansion
                .at("/expansion/contains")
                .forEach(member -> codes.add(member.path("code").asText()));
        return codes;
    }

    @Test
    void translatesByTheRowsOfTheDate() {
        String dsm = "ConceptMap/dsm-5-tr-to-icd-10-cm/$translate?code=unspecified-depressive-disorder&date=";
        JsonNode answer = ok(http.get(dsm + "2026-03-02"));
        assertTrue(value(answer, "result").booleanValue());
        assertEquals("F32.A", value(match(answer), "concept").path("code").asText());
        assertEquals("equivalent", value(match(answer), "equivalence").asText());
        JsonNode before = ok(http.get(dsm + "2021-09-30"));
        assertFalse(value(before, "result").booleanValue());
        assertTrue(value(before, "message").asText().contains("2021-09-30"));
    }

    @Test
    void translatesBothWaysAndBySystemAlone() {
        String pos = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
        String role = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
        JsonNode there = ok(http.get("ConceptMap/$translate?system=" + pos + "&targetsystem=" + role + "&code=32"));
        assertEquals("NCCF", value(match(there), "concept").path("code").asText());
        assertEquals("wider", value(match(there), "equivalence").asText());
        JsonNode back = ok(
                http.get("ConceptMap/$translate?system=" + role + "&targetsystem=" + pos + "&code=NCCF&reverse=true"));
        assertEquals("32", value(match(back), "concept").path("code").asText());
        assertEquals("narrower", value(match(back), "equivalence").asText());
        assertEquals(pos, value(match(back), "concept").path("system").asText());
    }

    private static JsonNode match(JsonNode answer) {
        return StreamSupport.stream(answer.path("parameter").spliterator(), false)
                .filter(parameter -> parameter.path("name").asText().equals("match"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "400, CodeSystem/$validate-code?code=F32.A, url",
        "400, CodeSystem/$validate-code?url=http://hl7.org/fhir/sid/icd-10-cm, code",
        "400, CodeSystem/icd-10-cm/$validate-code?code=F32.A&date=2026-13-01, date",
        "400, CodeSystem/icd-10-cm/$validate-code?code=F32.A&date=2026-03, date",
        "400, CodeSystem/icd-10-cm/$validate-code?code=F32.A&code=F33.1, once",
        "400, CodeSystem/icd-10-cm/$validate-code?code=F32.A&colour=red, colour",
        "400, CodeSystem/icd-10-cm/$validate-code?code=, value",
        "400, CodeSystem/icd-10-cm/$validate-code?code=F32.A&abstract=maybe, abstract",
        "400, CodeSystem/icd-10-cm/$validate-code?code=F32.A&url=http://other.org, other.org",
        "404, CodeSystem/none/$validate-code?code=F32.A, GET CodeSystem",
        "404, CodeSystem/$validate-code?url=http://none.org&code=F32.A, GET CodeSystem",
        "404, CodeSystem/icd-10-cm/$lookup?code=F99.99, Check",
        "422, CodeSystem/icd-10-cm/$validate-code?code=F32.A&version=1999, version",
        "404, ValueSet/none/$expand, GET ValueSet",
        "400, ValueSet/$expand, url",
        "400, ValueSet/behavioral-diagnosis/$expand?count=-1, count",
        "400, ValueSet/behavioral-diagnosis/$expand?offset=many, offset",
        "404, ConceptMap/none/$translate?code=x, GET ConceptMap",
        "400, ConceptMap/$translate?code=x, system",
        "404, CodeSystem/$subsumes, metadata"
    })
    void refusesWithANextStep(int status, String path, String words) {
        FhirHttp.Answer answer = http.get(path);
        assertEquals(status, answer.status(), answer.body());
        assertEquals("OperationOutcome", answer.json().path("resourceType").asText());
        assertTrue(answer.diagnostics().contains(words), answer.diagnostics());
    }

    @Test
    void refusesAFilterThatIsNoFewWords() {
        FhirHttp.Answer answer = http.get("ValueSet/behavioral-diagnosis/$expand?filter=" + "a+".repeat(101));
        assertEquals(400, answer.status());
        assertTrue(answer.diagnostics().contains("filter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"resourceType\":\"Patient\"}", "[]"})
    void refusesABodyThatIsNoParameters(String body) {
        assertEquals(400, http.post("CodeSystem/$validate-code", body).status());
    }

    @Test
    void refusesResourcesThatAreSentAlong() {
        String set = "{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\"}}";
        FhirHttp.Answer answer = http.post("ValueSet/$expand", parameters(set));
        assertEquals(422, answer.status(), answer.body());
        assertTrue(answer.diagnostics().contains("url"));
    }

    @Test
    void passesTheSameGuardsAsOtherRequests() {
        assertEquals(400, http.post("CodeSystem/$validate-code", "{\"a\":").status());
        assertEquals(406, http.get(VALIDATE + "F32.A&_format=turtle").status());
        assertEquals(
                415,
                http.post("CodeSystem/$validate-code", "x", "Content-Type", "text/plain")
                        .status());
        assertEquals(405, http.send("PUT", "CodeSystem/$validate-code", "{}").status());
        assertEquals(405, http.delete("ValueSet/$expand").status());
        FhirHttp.Answer head = http.send("HEAD", VALIDATE + "F32.A", "");
        assertEquals(200, head.status());
        assertEquals("", head.body());
    }

    @Test
    void mayBeKeptUntilTheCodesOrTheDayChange() {
        FhirHttp.Answer answer = http.get(VALIDATE + "F32.A");
        assertEquals("no-cache", answer.header("Cache-Control"));
        String tag = answer.header("ETag");
        assertEquals(304, http.get(VALIDATE + "F32.A", "If-None-Match", tag).status());
        assertEquals(
                200,
                http.get(VALIDATE + "F32.A", "If-None-Match", "W/\"other\"").status());
        assertEquals(
                200,
                http.get(VALIDATE + "F32.A&_format=xml", "If-None-Match", tag).status());
        assertEquals(
                404,
                http.get("CodeSystem/none/$validate-code?code=x", "If-None-Match", tag.replace("W", "V"))
                        .status());
    }

    @Test
    void describesTheCodeSystemsAndMaps() {
        JsonNode system = ok(http.get("CodeSystem/icd-10-cm"));
        assertEquals("fragment", system.path("content").asText());
        assertEquals(system.path("count").asInt(), system.path("concept").size());
        assertEquals(List.of("icd-10-cm"), http.get("CodeSystem?url=" + ICD).matches());
        assertEquals(
                List.of("behavioral-diagnosis"),
                http.get("ValueSet?url=" + SETS + "behavioral-diagnosis").matches());
        JsonNode map = ok(http.get("ConceptMap/place-of-service-to-location-type"));
        assertTrue(map.at("/group/0/element").size() > 10);
        assertEquals(
                List.of("dsm-disorder"), http.get("CodeSystem?_id=dsm-disorder").matches());
    }

    @Test
    void namesTheOperationsOfFhirInTheCapabilityStatement() {
        String metadata = http.get("metadata").body();
        for (String operation : List.of(
                "CodeSystem-validate-code",
                "CodeSystem-lookup",
                "ValueSet-validate-code",
                "ValueSet-expand",
                "ConceptMap-translate")) {
            assertTrue(metadata.contains("http://hl7.org/fhir/OperationDefinition/" + operation), operation);
        }
    }
}
