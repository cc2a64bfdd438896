package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.claim.ClaimOracle;
import org.plainclaim.x12.claim.ReceivedClaims;

/** A day in an intensive outpatient program of a hospital, from the Claim to the 837I and back. */
final class InstitutionalClaimTest {
    private static final String INFORMATION = "http://terminology.hl7.org/CodeSystem/claiminformationcategory";
    private static final String CONDITION = "https://www.nubc.org/CodeSystem/ConditionCodes";
    private static final String DISCHARGED = "https://www.nubc.org/CodeSystem/PatDischargeStatus";

    /** The claim of a session as a hospital bills it: type of bill 013x, condition code 92, revenue codes. */
    private static ObjectNode ofProgram(ObjectNode derived) {
        ObjectNode claim = derived.deepCopy();
        ((ObjectNode) claim.at("/type/coding/0")).put("code", "institutional").remove("display");
        claim.putObject("subType")
                .putArray("coding")
                .addObject()
                .put("system", "https://www.nubc.org/CodeSystem/TypeOfBill")
                .put("code", "0131");
        information(claim, CONDITION, "92");
        information(claim, DISCHARGED, "30");
        information(claim, "https://www.nubc.org/CodeSystem/PriorityTypeOfAdmitOrVisit", "3");
        information(claim, "https://www.nubc.org/CodeSystem/PointOfOrigin", "1");
        ArrayNode items = (ArrayNode) claim.get("item");
        ObjectNode first = (ObjectNode) items.get(0);
        first.putObject("revenue")
                .putArray("coding")
                .addObject()
                .put("system", "https://www.nubc.org/CodeSystem/RevenueCodes")
                .put("code", "0914");
        return claim;
    }

    private static void information(ObjectNode claim, String system, String code) {
        ArrayNode all = claim.withArray("supportingInfo");
        ObjectNode one = all.addObject().put("sequence", all.size());
        one.putObject("category")
                .putArray("coding")
                .addObject()
                .put("system", INFORMATION)
                .put("code", "info");
        one.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAsAnInstitutionalClaimThatReadsBackAsItWas(RunningServer server) throws IOException {
        Desk desk = new Desk(server);
        Pushed session = Pushed.example("psychotherapy-office");
        ObjectNode claim = desk.put(ofProgram(desk.derived(session)));
        Answer answer = desk.submit(claim);
        assertEquals(200, answer.status(), answer::body);
        assertEquals("queued", answer.json().path("outcome").asText(), answer::body);
        String number = Desk.number(answer.json());
        String file = desk.file(number);
        assertTrue(file.contains("*005010X223A2~"), file);
        assertEquals(List.of(), ClaimOracle.complaints(Form.INSTITUTIONAL, file));
        ReceivedClaims received = ReceivedClaims.checked(file);
        assertEquals(List.of(), received.faults());
        Submission read = Objects.requireNonNull(received.byId().get(number));
        assertEquals(Form.INSTITUTIONAL, read.heading().form());
        assertEquals("013", read.stay().typeOfBill());
        assertEquals("1", read.heading().frequency().code());
        assertEquals(List.of("92"), read.stay().conditionCodes());
        assertEquals("30", read.stay().dischargeStatus());
        assertEquals(List.of("F41.1"), read.diagnoses());
        Line line = read.lines().get(0);
        assertEquals("0914", line.revenueCode());
        assertEquals("90837", line.procedure().code());
        assertEquals(Money.of("190"), line.charge());
        assertEquals("SRHP1", read.cover().payer().id());
        Provider attending = read.provider(Role.ATTENDING).orElseThrow();
        assertEquals(session.clinician(), attending.npi());
        assertEquals(
                number,
                desk.log().claim(number).orElseThrow().submission().heading().id());
        assertEquals(Form.INSTITUTIONAL, desk.log().claim(number).orElseThrow().form());
    }
}
