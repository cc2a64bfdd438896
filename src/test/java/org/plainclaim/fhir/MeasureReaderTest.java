package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;

final class MeasureReaderTest {
    private static final List<String> PHQ9 =
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8");

    private final ObjectNode bundle = withoutMeasures();

    private static ObjectNode withoutMeasures() {
        ObjectNode bundle = Sessions.bundle("psychotherapy-office");
        Sessions.remove(bundle, "Observation");
        return bundle;
    }

    private ObjectNode about(String json) {
        ObjectNode resource = Sessions.json(json);
        resource.set("subject", Sessions.first(bundle, "Encounter").get("subject"));
        resource.putObject("encounter").put("reference", Sessions.urlOf(bundle, "Encounter"));
        Sessions.add(bundle, "urn:uuid:measure-" + bundle.get("entry").size(), resource);
        return resource;
    }

    private ObjectNode score(String code, int value) {
        return about("{'resourceType': 'Observation', 'status': 'final', 'effectiveDateTime': '2026-03-03',"
                + "'code': {'coding': [{'system': 'http://loinc.org', 'code': '" + code + "'}]},"
                + "'valueInteger': " + value + "}");
    }

    private ObjectNode response(String items) {
        return about("{'resourceType': 'QuestionnaireResponse', 'status': 'completed',"
                + "'authored': '2026-03-03T10:00:00-05:00', 'item': [" + items + "]}");
    }

    private static String item(String link, String answer) {
        return "{'linkId': '" + link + "', 'answer': [{" + answer + "}]}";
    }

    private static String nine(String prefix, int each, int last) {
        StringBuilder items = new StringBuilder();
        for (String code : PHQ9) {
            int points = code.equals("44260-8") ? last : each;
            items.append(items.isEmpty() ? "" : ",").append(item(prefix + code, "'valueInteger': " + points));
        }
        return items.toString();
    }

    private ClinicalMeasure only() {
        SessionDocumentation session = Sessions.read(bundle);
        assertEquals(1, session.measures().size(), session.measures().toString());
        return session.measures().get(0);
    }

    private List<String> findings() {
        return Sessions.findings(Sessions.read(bundle));
    }

    @ParameterizedTest
    @CsvSource({"44261-6, 12, phq-9, moderate", "70274-6, 15, gad-7, severe", "101698-9, 33, pcl-5, positive"})
    void readsAStatedScore(String code, int value, String instrument, String severity) {
        score(code, value);
        ClinicalMeasure measure = only();
        assertEquals(instrument, measure.instrument().id());
        assertEquals(value, measure.score().get());
        assertEquals(severity, measure.severity().get().severity());
        assertEquals(LocalDate.of(2026, 3, 3), measure.takenOn().get());
        assertTrue(measure.ofSession());
        assertEquals("Observation.value", measure.score().evidence().get(0).path());
    }

    @Test
    void readsAQuantityAndAnAnswerInComponents() {
        ObjectNode observation = score("44261-6", 9);
        observation.remove("valueInteger");
        observation.putObject("valueQuantity").put("value", 9.0).put("unit", "{score}");
        ObjectNode component = observation.putArray("component").addObject();
        component.set("code", Sessions.json("{'coding': [{'system': 'http://loinc.org', 'code': '44260-8'}]}"));
        component.set(
                "valueCodeableConcept",
                Sessions.json("{'coding': [{'system': 'http://loinc.org', 'code': 'LA6569-3'}]}"));
        ClinicalMeasure measure = only();
        assertEquals(9, measure.score().get());
        assertEquals(Set.of("suicide"), measure.flags().keySet());
        assertEquals(
                List.of("LA6569-3"),
                measure.flags().values().stream().map(Evidence::value).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"preliminary", "registered", "cancelled", "entered-in-error", "unknown"})
    void readsNoScoreThatIsNotFinal(String status) {
        score("44261-6", 12).put("status", status);
        assertEquals(List.of(), Sessions.read(bundle).measures());
    }

    @Test
    void readsNothingOfTheFuture() {
        ObjectNode later = score("44261-6", 12);
        later.remove("encounter");
        later.put("effectiveDateTime", "2026-03-04");
        assertEquals(List.of(), Sessions.read(bundle).measures());
        later.put("effectiveDateTime", "2026-03-02");
        assertFalse(only().ofSession());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/44249-1/"})
    void addsUpTheAnswersOfAForm(String prefix) {
        response(nine(prefix, 2, 1));
        ClinicalMeasure measure = only();
        assertEquals("phq-9", measure.instrument().id());
        assertEquals(17, measure.score().get());
        assertTrue(measure.flags().containsKey("suicide"));
        assertEquals(List.of(), findings());
    }

    @Test
    void readsCodedAnswersByTheirTableElseByTheirOrdinalValue() {
        String ordinal =
                "'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/ordinalValue', 'valueDecimal': 3}]";
        response(item("/44250-9", "'valueCoding': {'system': 'http://loinc.org', 'code': 'LA6570-1'}") + ","
                + item("/44255-8", "'valueCoding': {'code': 'often', " + ordinal + "}"));
        ClinicalMeasure measure = only();
        assertEquals("phq-2", measure.instrument().id());
        assertEquals(5, measure.score().get());
    }

    @Test
    void knowsAQuestionByTheDefinitionOfTheForm() {
        ObjectNode response = response(item("1", "'valueInteger': 1") + "," + item("2", "'valueDecimal': 2"));
        response.put("questionnaire", "#q");
        response.putArray("contained")
                .add(Sessions.json("{'resourceType': 'Questionnaire', 'id': 'q', 'item': ["
                        + "{'linkId': '1', 'code': [{'system': 'http://loinc.org', 'code': '44250-9'}]},"
                        + "{'linkId': '2', 'code': [{'system': 'http://loinc.org', 'code': '44255-8'}]}]}"));
        assertEquals(3, only().score().get());
    }

    @Test
    void saysWhichAnswersAreMissing() {
        response(item("/44250-9", "'valueInteger': 1")).put("questionnaire", "http://loinc.org/q/44249-1|2.77");
        assertFalse(only().score().known());
        assertEquals(List.of("measure-incomplete"), findings());
        String message = Sessions.read(bundle).readingFindings().get(0).message();
        assertTrue(message.contains("44255-8, 44258-2"), message);
    }

    @Test
    void usesNeitherAScoreNorAnswersThatContradictIt() {
        response(nine("/", 1, 0) + "," + item("/44261-6", "'valueDecimal': 9"));
        assertFalse(only().score().known());
        assertEquals(List.of("measure-total-conflict"), findings());
    }

    @Test
    void usesNoScoreThatAnInstrumentCanNotHave() {
        score("44261-6", 28);
        assertFalse(only().score().known());
        assertEquals(List.of("measure-out-of-range"), findings());
    }

    @Test
    void saysNothingOfTheFaultsOfEarlierMeasures() {
        ObjectNode earlier = score("44261-6", 28);
        earlier.remove("encounter");
        earlier.put("effectiveDateTime", "2026-01-05");
        assertFalse(only().score().known());
        assertEquals(List.of(), findings());
    }

    @Test
    void countsAFormAndTheObservationMadeOfItOnce() {
        response(nine("/", 1, 1));
        score("44261-6", 9);
        assertTrue(only().flags().containsKey("suicide"));
        score("44261-6", 8);
        assertEquals(2, Sessions.read(bundle).measures().size());
    }

    @Test
    void leavesOtherObservationsAlone() {
        score("8302-2", 180);
        assertEquals(List.of(), Sessions.read(bundle).measures());
    }
}
