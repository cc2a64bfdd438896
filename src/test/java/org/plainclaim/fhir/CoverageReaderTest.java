package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.explanation.Fact;

final class CoverageReaderTest {
    private final ObjectNode bundle = Sessions.bundle("psychotherapy-office");
    private final ObjectNode first = Sessions.first(bundle, "Coverage");
    private final ObjectNode second = first.deepCopy();

    @Test
    void takesTheLowestOrder() {
        first.put("order", 2);
        second.put("order", 1);
        Sessions.add(bundle, "urn:uuid:second", second);
        assertEquals("urn:uuid:second", chosen());
    }

    @Test
    void holdsTwoCoveragesWithoutAnOrder() {
        first.remove("order");
        second.remove("order");
        Sessions.add(bundle, "urn:uuid:second", second);
        assertEquals(List.of("coverage-ambiguous"), Sessions.findings(Sessions.read(bundle)));
    }

    @Test
    void takesTheOneInForceOnTheDateOfService() {
        first.putObject("period").put("end", "2026-03-02");
        Sessions.add(bundle, "urn:uuid:second", second.put("order", 2));
        assertEquals("urn:uuid:second", chosen());
    }

    @Test
    void takesTheOneThatTheCallerNames() throws BadInput {
        Sessions.add(bundle, "urn:uuid:second", second.put("order", 2).put("id", "c2"));
        for (String name : List.of("urn:uuid:second", "Coverage/c2", "http://localhost/fhir/Coverage/c2")) {
            var session = Sessions.READER.read(bundle, new ReadingOptions(name, null, null));
            assertEquals("urn:uuid:second", session.coverage().reference().get());
        }
        ReadingOptions wrong = new ReadingOptions("Coverage/other", null, null);
        assertThrows(BadInput.class, () -> Sessions.READER.read(bundle, wrong));
    }

    @Test
    void leavesEverythingUnknownWithoutACoverage() {
        Sessions.remove(bundle, "Coverage");
        assertFalse(Sessions.read(bundle).coverage().reference().known());
    }

    @ParameterizedTest
    @CsvSource({
        "https://nahdo.org/sopt, 121, medicare",
        "https://nahdo.org/sopt, 111, medicare-advantage",
        "urn:oid:2.16.840.1.113883.3.221.5, 512, commercial",
        "https://codesystem.x12.org/005010/1032, MB, medicare",
        "https://codesystem.x12.org/005010/1032, MC, medicaid",
        "https://example.org, MB, "
    })
    void knowsWhoPays(String system, String code, @org.jspecify.annotations.Nullable String payer) {
        first.putObject("type")
                .putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code);
        assertEquals(payer, Sessions.read(bundle).coverage().payer().value());
    }

    @ParameterizedTest
    @CsvSource({"MI, medicaid-michigan", "mi, medicaid-michigan", "OR, medicaid-oregon", "WY, medicaid"})
    void knowsTheMedicaidOfAState(String state, String payer) {
        medicaid();
        coverageClass("state", state);
        assertEquals(payer, Sessions.read(bundle).coverage().payer().value());
    }

    @Test
    void takesTheStateFromTheAddressOfThePayorWhereNoClassSaysIt() {
        medicaid();
        assertEquals("medicaid", Sessions.read(bundle).coverage().payer().value());
        payor().putArray("address").addObject().put("state", "MI");
        Fact<String> payer = Sessions.read(bundle).coverage().payer();
        assertEquals("medicaid-michigan", payer.value());
        assertTrue(payer.evidence().stream().anyMatch(one -> one.path().endsWith("address[0].state")));
        coverageClass("state", "OR");
        assertEquals("medicaid-oregon", Sessions.read(bundle).coverage().payer().value());
    }

    @Test
    void leavesTheStateOfOtherPayersAlone() {
        coverageClass("state", "MI");
        assertEquals("commercial", Sessions.read(bundle).coverage().payer().value());
    }

    @ParameterizedTest
    @CsvSource({"NGS, ngs", "ngs, ngs", "FCSO, first-coast", "nobody, "})
    void knowsWhoProcessesForMedicare(String written, @org.jspecify.annotations.Nullable String contractor) {
        coverageClass("contractor", written);
        assertEquals(
                contractor,
                Objects.requireNonNull(
                                Sessions.read(bundle).coverage().classes().get("contractor"))
                        .value());
    }

    private void medicaid() {
        first.putObject("type")
                .putArray("coding")
                .addObject()
                .put("system", "https://codesystem.x12.org/005010/1032")
                .put("code", "MC");
    }

    private void coverageClass(String kind, String value) {
        ObjectNode one = first.putArray("class").addObject().put("value", value);
        one.putObject("type")
                .putArray("coding")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/CodeSystem/coverage-class")
                .put("code", kind);
    }

    private ObjectNode payor() {
        String reference = first.at("/payor/0/reference").asText();
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.path("fullUrl").asText().equals(reference)) {
                return (ObjectNode) entry.get("resource");
            }
        }
        throw new AssertionError("no " + reference);
    }

    @Test
    void knowsNoPayorWhereThePatientPaysAlone() {
        first.putArray("payor").addObject().put("reference", Sessions.urlOf(bundle, "Patient"));
        assertFalse(Sessions.read(bundle).coverage().payor().known());
    }

    private String chosen() {
        return Sessions.read(bundle).coverage().reference().get();
    }
}
