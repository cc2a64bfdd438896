package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/** What it takes to send a claim is found in the store, or in what was sent along. */
final class ClaimGatheringTest {
    private static final RunningServer SERVER = RunningServer.H2;
    private static final FhirHttp HTTP = SERVER.http();

    private static ClaimGathering gathering() {
        return SERVER.part(ClaimGathering.class);
    }

    /** The claim of a session that was pushed. */
    private static JsonNode derived(Pushed session) {
        String encounter = session.push(HTTP);
        FhirHttp.Answer answer =
                HTTP.post("Encounter/" + encounter + "/$derive-claim", "{\"resourceType\":\"Parameters\"}");
        assertEquals(200, answer.status(), answer::body);
        for (JsonNode parameter : answer.json().get("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                return parameter.get("resource");
            }
        }
        throw new AssertionError(answer.body());
    }

    private static GatheredClaim gathered(Pushed session) {
        return gathering().stored(derived(session).get("id").asText());
    }

    private static void pushFees() {
        try {
            String fees = Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json"));
            FhirHttp.Answer pushed = HTTP.post("", fees);
            assertEquals(200, pushed.status(), pushed::body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aDerivedClaimOfAPushedSessionIsComplete() {
        pushFees();
        Pushed session = Pushed.example("psychotherapy-office");
        GatheredClaim found = gathered(session);
        assertEquals(List.of(), found.problems());
        Submission claim = found.submission();
        assertEquals("Marchetti", claim.patient().last());
        assertEquals("F", claim.patient().sex());
        assertEquals("SRHP1", claim.cover().payer().id());
        assertEquals("commercial", claim.cover().payer().book());
        assertEquals("CI", claim.cover().filing());
        assertEquals("18", claim.cover().relationship());
        assertTrue(claim.cover().memberId().startsWith("SRH100481720"));
        Provider billing = claim.provider(Role.BILLING).orElseThrow();
        assertEquals("2000000010", billing.npi());
        assertEquals("001234010", billing.taxId());
        assertEquals("261QM0801X", billing.taxonomy());
        assertEquals("171013456", billing.address().zip());
        assertEquals("7175550114", billing.phone());
        assertEquals(
                session.clinician(),
                claim.provider(Role.RENDERING).orElseThrow().npi());
        assertEquals("1041C0700X", claim.provider(Role.RENDERING).orElseThrow().taxonomy());
        assertTrue(claim.provider(Role.FACILITY).isEmpty(), "the office is where the practice bills from");
        assertEquals(16, claim.heading().id().length());
        assertEquals("11", claim.heading().placeOfService());
        Line line = claim.lines().get(0);
        assertEquals("90837", line.procedure().code());
        assertEquals("1", line.control());
        assertEquals(Money.of("190"), line.charge());
        assertEquals(LocalDate.of(2026, 3, 3), line.from());
        assertEquals(List.of(1), line.pointers());
        String reference = "Claim/" + found.claim().get("id").asText();
        assertEquals(reference + "/_history/1", found.versions().get(reference));
    }

    @Test
    void aDependentHasTheSubscriberOfTheCoverage() {
        Submission claim =
                gathered(Pushed.example("interactive-complexity-child")).submission();
        assertEquals("19", claim.cover().relationship());
        assertEquals("Gina", claim.cover().subscriber().first());
        assertEquals(LocalDate.of(1988, 11, 19), claim.cover().subscriber().birthDate());
        assertEquals("SR-4013", claim.cover().group());
    }

    @Test
    void theAnswerOfAnEarlierPayerIsFoundBehindTheClaim() {
        JsonNode claim = derived(Pushed.example("psychotherapy-video-home"));
        String reference = "Claim/" + claim.get("id").asText();
        ObjectNode second = json(
                """
                {"resourceType":"Coverage","status":"active","order":2,"subscriberId":"W1",
                 "type":{"coding":[{"system":"https://codesystem.x12.org/005010/1032","code":"MC"}]},
                 "relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/subscriber-relationship","code":"self"}]}}
                """);
        second.set("beneficiary", claim.get("patient"));
        second.putArray("payor").add(claim.get("insurer"));
        String coverage = created("Coverage", second);
        ObjectNode answer = json(
                """
                {"resourceType":"ClaimResponse","status":"active","use":"claim","outcome":"complete","created":"2026-05-02",
                 "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]},
                 "identifier":[{"system":"https://plainclaim.org/fhir/NamingSystem/payer-claim-number","value":"ICN77"}],
                 "item":[{"itemSequence":1,"adjudication":[
                   {"category":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/adjudication","code":"benefit"}]},
                    "amount":{"value":100.00,"currency":"USD"}},
                   {"category":{"coding":[{"system":"https://x12.org/codes/claim-adjustment-group-codes","code":"CO"}]},
                    "reason":{"coding":[{"system":"https://x12.org/codes/claim-adjustment-reason-codes","code":"45"}]},
                    "amount":{"value":90.00,"currency":"USD"}}]}],
                 "payment":{"type":{"text":"complete"},"date":"2026-05-01","amount":{"value":100.00,"currency":"USD"}}}
                """);
        answer.set("patient", claim.get("patient"));
        answer.set("insurer", claim.get("insurer"));
        answer.putObject("request").put("reference", reference);
        created("ClaimResponse", answer);
        pushFees();
        Submission secondary = gathering()
                .stored(claim.get("id").asText(), json -> json.withArray("insurance")
                        .insertObject(0)
                        .put("sequence", 2)
                        .put("focal", true)
                        .putObject("coverage")
                        .put("reference", coverage))
                .submission();
        assertEquals(2, secondary.cover().order());
        assertEquals("MC", secondary.cover().filing());
        Decision decided = new Decision(Money.of("100"), LocalDate.of(2026, 5, 1), "ICN77");
        assertEquals(decided, secondary.others().get(0).decision());
        assertEquals(
                Money.of("100"), secondary.lines().get(0).decisions().get(0).paid());
        assertEquals(
                "45",
                secondary.lines().get(0).decisions().get(0).adjustments().get(0).reason());
    }

    private static String created(String type, ObjectNode resource) {
        FhirHttp.Answer answer = HTTP.post(type, resource.toString());
        assertEquals(201, answer.status(), answer::body);
        return type + "/" + answer.json().get("id").asText();
    }

    @Test
    void aClaimThatIsSentAlongNeedsNoStore() throws BadInput {
        GatheredClaim stored = gathered(Pushed.example("psychotherapy-office"));
        ObjectNode parameters = json("{\"resourceType\":\"Parameters\"}");
        parameters.putArray("parameter").addObject().put("name", "claim").set("resource", stored.bundle());
        Submission sent = gathering().sent(parameters).submission();
        assertEquals(stored.submission().patient(), sent.patient());
        assertEquals(stored.submission().cover(), sent.cover());
        assertEquals(stored.submission().lines(), sent.lines());
    }

    @Test
    void aPriceThatIsChangedCountsFromThenOn() {
        pushFees();
        JsonNode claim = derived(Pushed.example("intake-psychologist"));
        String id = claim.get("id").asText();
        assertEquals(
                Money.of("240"),
                gathering().stored(id).submission().lines().get(0).charge());
        JsonNode found =
                HTTP.get("ChargeItemDefinition?code=90791&status=active").json();
        assertEquals(1, found.get("total").asInt(), found::toString);
        ObjectNode price = (ObjectNode) found.at("/entry/0/resource");
        String url = "ChargeItemDefinition/" + price.get("id").asText();
        ((ObjectNode) price.at("/propertyGroup/0/priceComponent/0/amount")).put("value", 241);
        assertEquals(200, HTTP.put(url, price.toString()).status());
        assertEquals(
                Money.of("241"),
                gathering().stored(id).submission().lines().get(0).charge());
        assertTrue(HTTP.delete(url).status() < 300);
        assertNull(gathering().stored(id).submission().lines().get(0).charge());
    }

    @Test
    void aClaimThatIsNotThereIsNotFound() {
        assertThrows(ResourceNotFoundException.class, () -> gathering().stored("no-such-claim"));
        assertThrows(BadInput.class, () -> gathering().sent(json("{\"resourceType\":\"Parameters\"}")));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.parse(text);
        } catch (BadInput e) {
            throw new IllegalArgumentException(e);
        }
    }
}
