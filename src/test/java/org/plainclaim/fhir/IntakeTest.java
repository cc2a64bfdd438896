package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntakeTest {
    private final ObjectNode bundle = Sessions.bundle("psychotherapy-office");
    private final ObjectNode encounter = Sessions.first(bundle, "Encounter");

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "null", "{\"a\":1", "{\"a\":1,\"a\":2}", "{} {}", "\"x\"", "{\"a\":+1}"})
    void refusesWhatIsNotAJsonObject(String text) {
        BadInput bad = assertThrows(BadInput.class, () -> Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals("structure", bad.problems().get(0).code());
    }

    @Test
    void refusesDeepNesting() {
        String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
        BadInput bad = assertThrows(BadInput.class, () -> Json.parse(deep.getBytes(StandardCharsets.UTF_8)));
        assertEquals("too-costly", bad.problems().get(0).code());
    }

    @Test
    void takesTenMegabytesOfText() {
        Sessions.first(bundle, "Composition")
                .withArray("section")
                .addObject()
                .putObject("text")
                .put("div", "<div>" + "x".repeat(10_000_000) + "</div>");
        assertEquals(List.of(), Sessions.problems(bundle));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':1}",
                "{'resourceType':'Patient'}",
                "{'resourceType':'Bundle'}",
                "{'resourceType':'Bundle','entry':{}}",
                "{'resourceType':'Bundle','entry':[1]}",
                "{'resourceType':'Bundle','entry':[{'resource':{}}]}"
            })
    void refusesWhatIsNoSession(String text) {
        assertEquals(1, Sessions.problems(Sessions.json(text)).size());
    }

    @Test
    void refusesTwoEncounters() {
        Sessions.add(bundle, "urn:uuid:2", encounter.deepCopy());
        assertTrue(Sessions.problems(bundle).get(0).message().contains("2 Encounters"));
    }

    @Test
    void refusesAResourceOfAnotherPatient() {
        Sessions.first(bundle, "Condition").putObject("subject").put("reference", "Patient/other");
        assertEquals("Condition.subject", Sessions.problems(bundle).get(0).expression());
    }

    @Test
    void refusesASecondPatientThatNothingRefersTo() {
        Sessions.add(bundle, "urn:uuid:2", Sessions.json("{'resourceType':'Patient'}"));
        assertEquals("Patient", Sessions.problems(bundle).get(0).expression());
    }

    @Test
    void takesAParentWhoHoldsTheInsurance() {
        Sessions.add(bundle, "urn:uuid:parent", Sessions.json("{'resourceType':'Patient'}"));
        Sessions.first(bundle, "Coverage").putObject("subscriber").put("reference", "urn:uuid:parent");
        assertEquals(List.of(), Sessions.problems(bundle));
    }

    @Test
    void findsEveryWrongShapeAtOnce() {
        encounter.put("period", "yesterday");
        encounter.put("status", 7);
        encounter.putObject("type").put("text", "x");
        Sessions.first(bundle, "Coverage").putObject("period").put("start", "03/03/2026");
        Sessions.first(bundle, "Patient").put("birthDate", "1990-02-30");
        assertEquals(
                List.of(
                        "Coverage.period.start",
                        "Encounter.period",
                        "Encounter.status",
                        "Encounter.type",
                        "Patient.birthDate"),
                Sessions.problems(bundle).stream()
                        .map(InputProblem::expression)
                        .sorted()
                        .toList());
    }

    @Test
    void refusesATimeWithoutAnOffset() {
        encounter.putObject("period").put("start", "2026-03-03T10:00:00");
        assertEquals("value", Sessions.problems(bundle).get(0).code());
    }

    @Test
    void saysNothingOfTheContentInTheMessageOfTheException() {
        Sessions.first(bundle, "Patient").put("birthDate", "secret");
        BadInput bad = assertThrows(BadInput.class, () -> Sessions.READER.read(bundle, ReadingOptions.NONE));
        assertTrue(!String.valueOf(bad.getMessage()).contains("secret"));
    }
}
