package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.eligibility.AnsweredLaterTest.asked;
import static org.plainclaim.server.eligibility.AnsweredLaterTest.later;
import static org.plainclaim.server.eligibility.AnsweredLaterTest.said;
import static org.plainclaim.server.eligibility.AnsweredLaterTest.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.RunningServer;

/** What a payer said of a member, in the words of a CoverageEligibilityResponse. */
final class ToldBenefitsTest {
    private static JsonNode told(String... benefits) throws Exception {
        Intake intake = new Intake(RunningServer.H2.http());
        Eligibilities later = later(RunningServer.H2);
        String id = asked(later, RunningServer.H2, intake);
        assertTrue(later.received(said(trace(RunningServer.H2, id), intake, List.of(benefits))));
        return intake.http.get("CoverageEligibilityResponse/" + id).json().at("/insurance/0");
    }

    /** The one item of a service type with a kind of benefit. */
    private static JsonNode item(JsonNode insurance, String serviceType, String benefit) {
        List<JsonNode> found = StreamSupport.stream(insurance.path("item").spliterator(), false)
                .filter(item -> item.at("/category/coding/0/code").asText().equals(serviceType))
                .filter(item ->
                        item.at("/benefit/0/type/coding/1/code").asText().equals(benefit))
                .toList();
        assertEquals(1, found.size(), () -> serviceType + " " + benefit + " in " + insurance.path("item"));
        return found.get(0);
    }

    @Test
    void benefitsAreToldByServiceType() throws Exception {
        JsonNode insurance = told(
                "EB*1**30^MH^AI",
                "EB*B*IND*MH***27*25",
                "EB*A*IND*AI*****.2",
                "EB*C*IND*MH***23*500",
                "EB*C*IND*MH***29*120",
                "EB*F*IND*MH***23***VS*30",
                "EB*F*IND*MH***29***VS*12");
        assertEquals(true, insurance.at("/inforce").asBoolean());
        assertEquals(
                25,
                item(insurance, "MH", "copay")
                        .at("/benefit/0/allowedMoney/value")
                        .asInt());
        JsonNode deductible = item(insurance, "MH", "deductible").at("/benefit/0");
        assertEquals(500, deductible.at("/allowedMoney/value").asInt());
        assertEquals(380, deductible.at("/usedMoney/value").asInt());
        assertTrue(insurance.toString().contains("\"allowedUnsignedInt\":30,\"usedUnsignedInt\":18"), "12 are left");
        assertEquals(
                "0.2",
                item(insurance, "AI", "copay-percent")
                        .at("/benefit/0/allowedString")
                        .asText());
    }

    @Test
    void authorizationAndNetworkAreToldWhereThePayerSaysThem() throws Exception {
        JsonNode insurance = told("EB*1**30", "EB*1**MH********Y*Y");
        JsonNode mental = StreamSupport.stream(insurance.path("item").spliterator(), false)
                .filter(item -> item.at("/category/coding/0/code").asText().equals("MH"))
                .findFirst()
                .orElseThrow();
        assertEquals(true, mental.at("/authorizationRequired").asBoolean(), mental::toString);
        assertEquals("in", mental.at("/network/coding/0/code").asText(), mental::toString);
    }

    @Test
    void theOtherPayerForMentalHealthIsAFindingWithItsNextStep() throws Exception {
        String findings = told("EB*1**30", "EB*U**MH", "LS*2120", "NM1*VN*2*MIND MANAGERS*****PI*MM1", "LE*2120")
                .path("extension")
                .toString();
        assertTrue(findings.contains("el04"), findings);
        assertTrue(findings.contains("MIND MANAGERS"), findings);
    }

    @Test
    void anotherPayerWhoComesFirstIsAFinding() throws Exception {
        String findings = told("EB*1**30^MH", "EB*R**30", "LS*2120", "NM1*PRP*2*OTHER HEALTH*****PI*OH1", "LE*2120")
                .path("extension")
                .toString();
        assertTrue(findings.contains("el12-other-coverage"), findings);
    }
}
