package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationsOnFile;
import org.plainclaim.authorization.AuthorizedUse;
import org.plainclaim.authorization.Balance;
import org.plainclaim.fhir.authorization.Asking;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;

final class PasDeskTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final PayerOverHttp payer = new PayerOverHttp();
    private final String suffix = "-" + UUID.randomUUID().toString().substring(0, 20);
    private final Map<String, JsonNode> resources = Asking.resources(suffix);

    @BeforeEach
    void writeTheAddressOfThePayer() throws IOException {
        Files.writeString(folder.resolve("token"), "secret-token\n");
        Files.writeString(
                folder.resolve(PasEndpoints.NAME), "payers,address,secret\n87726," + payer.base() + ",token\n");
    }

    @AfterEach
    void closeThePayer() {
        payer.close();
    }

    private PasDesk desk(RunningServer server) {
        PasEndpoints endpoints = PasEndpoints.beside(folder.resolve("partners.csv"));
        return new PasDesk(server.server().part(PasDesk.Parts.class), new HttpPasChannel(endpoints), Clock.systemUTC());
    }

    private void store(FhirHttp http) {
        resources.forEach((reference, resource) -> {
            if (!reference.startsWith("Claim/")) {
                Answer answer = http.put(reference, resource.toString());
                assertTrue(answer.status() < 300, answer.body());
            }
        });
    }

    private Claim claim(RunningServer server) {
        JsonNode claim = resources.values().iterator().next();
        return parts(server).fhir().newJsonParser().parseResource(Claim.class, claim.toString());
    }

    private static PasDesk.Parts parts(RunningServer server) {
        return server.server().part(PasDesk.Parts.class);
    }

    /** The answer with a period that is not over, whenever this runs. */
    private String answer() {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return Asking.answer(suffix)
                .toString()
                .replace("2026-12-01", today.minusDays(30).toString())
                .replace("2027-01-31", today.plusDays(60).toString());
    }

    /** The reasons of the open work about something, with whose it is. */
    private static Map<String, String> work(FhirHttp http, String focus) {
        Map<String, String> work = new TreeMap<>();
        http.get("Task?focus=" + focus + "&status=ready")
                .json()
                .path("entry")
                .forEach(entry -> work.put(
                        entry.at("/resource/reasonCode/coding/0/code").asText(),
                        entry.at("/resource/performerType/0/coding/0/code").asText()));
        return work;
    }

    private static String reference(ClaimResponse response) {
        return "ClaimResponse/" + response.getIdElement().getIdPart();
    }

    @ParameterizedTest
    @EnumSource
    void asksThePayerAndKeepsItsAnswerWithTheWorkThatFollows(RunningServer server) {
        FhirHttp http = server.http();
        store(http);
        payer.answers(200, answer());
        ClaimResponse kept = desk(server).submit(claim(server));
        PayerOverHttp.Asked asked = payer.asked().get(0);
        assertEquals("POST /fhir/Claim/$submit", asked.path());
        assertEquals("application/fhir+json", asked.type());
        assertEquals("Bearer secret-token", asked.token());
        assertEquals(
                "Claim", asked.bundle().at("/entry/0/resource/resourceType").asText());
        JsonNode stored = http.get(reference(kept)).json();
        assertEquals("Claim/ask" + suffix, stored.at("/request/reference").asText());
        assertEquals("Patient/p" + suffix, stored.at("/patient/reference").asText());
        assertEquals(
                "Organization/payer" + suffix, stored.at("/insurer/reference").asText());
        assertFalse(stored.toString().contains("payer.example.org/P"), stored.toString());
        assertEquals(Map.of("authorization-denied", "front-desk"), work(http, reference(kept)));
        ClaimResponse again = desk(server).submit(claim(server));
        assertEquals(reference(kept), reference(again));
        assertEquals(2, payer.asked().size());
        assertEquals(
                asked.bundle().at("/entry/0/resource/identifier"),
                payer.asked().get(1).bundle().at("/entry/0/resource/identifier"));
    }

    @ParameterizedTest
    @EnumSource
    void submittingOverHttpAsksForAuthorization(RunningServer server) {
        FhirHttp http = server.http();
        store(http);
        String claim = resources.values().iterator().next().toString();
        Answer answer = http.post("Claim/$submit", claim);
        assertEquals(200, answer.status(), answer.body());
        assertEquals("ClaimResponse", answer.json().get("resourceType").asText());
        assertEquals("queued", answer.json().get("outcome").asText());
        String response = "ClaimResponse/" + answer.json().get("id").asText();
        assertEquals(Map.of("authorization-not-sent", "biller"), work(http, response));
        Answer again = http.post("Claim/ask" + suffix + "/$submit", "{\"resourceType\":\"Parameters\"}");
        assertEquals(answer.json().get("id"), again.json().get("id"), again.body());
        Answer bundle = http.post(
                "Claim/$submit",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"fullUrl\":\"urn:uuid:"
                        + UUID.randomUUID() + "\",\"resource\":" + claim + "}]}");
        assertEquals(
                "ClaimResponse",
                bundle.json().at("/entry/0/resource/resourceType").asText(),
                bundle.body());
        String nobody =
                claim.replace("Patient/p" + suffix, "Patient/nobody" + suffix).replace("ask" + suffix, "no" + suffix);
        Answer refused = http.post("Claim/$submit", nobody);
        assertEquals(422, refused.status(), refused.body());
        assertEquals("Claim.patient", refused.json().at("/issue/0/expression/0").asText(), refused.body());
        assertEquals(404, http.get("Claim/no" + suffix).status());
    }

    @ParameterizedTest
    @EnumSource
    void unitsThatClaimsUseAreLeftNoMoreAndRaiseWorkBeforeTheyRunOut(RunningServer server) {
        FhirHttp http = server.http();
        store(http);
        payer.answers(200, answer());
        String response = reference(desk(server).submit(claim(server)));
        bill(http, "one", 7, "active");
        assertEquals(new BigDecimal("3"), left(server));
        assertFalse(work(http, response).containsKey("authorization-units-low"));
        bill(http, "two", 1, "active");
        assertEquals(new BigDecimal("2"), left(server));
        assertEquals("front-desk", work(http, response).get("authorization-units-low"));
        bill(http, "two", 3, "active");
        assertEquals("front-desk", work(http, response).get("authorization-units-used-up"));
        assertFalse(work(http, response).containsKey("authorization-units-low"));
        bill(http, "two", 3, "cancelled");
        assertEquals(new BigDecimal("3"), left(server));
        assertFalse(work(http, response).containsKey("authorization-units-used-up"));
        AuthorizationsOnFile known = Objects.requireNonNull(server.server()
                .part(Authorizations.class)
                .onFile(http.get("Claim/two" + suffix).json(), null));
        Authorization authorization = known.authorizations().get(0);
        assertEquals("AUTH" + suffix, authorization.number());
        assertEquals(List.of("1234567893"), authorization.providers());
        assertEquals(
                List.of("Claim/one" + suffix),
                known.uses().stream().map(AuthorizedUse::claim).distinct().toList(),
                "its own lines count nothing");
    }

    @ParameterizedTest
    @EnumSource
    void daysRunOutAlthoughNobodyWritesAnything(RunningServer server) {
        FhirHttp http = server.http();
        store(http);
        payer.answers(200, answer());
        String response = reference(desk(server).submit(claim(server)));
        Authorizations authorizations = server.server().part(Authorizations.class);
        AuthorizationWatch.Todo todo = new AuthorizationWatch.Todo(
                server.server().part(WorkQueue.class), server.server().part(Owners.class));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(50));
        AuthorizationWatch watch =
                new AuthorizationWatch(authorizations, parts(server).rules(), todo, later);
        assertTrue(authorizations.patients().contains("Patient/p" + suffix));
        watch.look("Patient/p" + suffix);
        assertEquals("front-desk", work(http, response).get("authorization-ends-soon"));
    }

    private void bill(FhirHttp http, String name, int units, String status) {
        ObjectNode claim = Asking.json("{'resourceType':'Claim','id':'" + name + suffix + "','status':'" + status
                + "','use':'claim','patient':{'reference':'Patient/p" + suffix
                + "'},'provider':{'reference':'Practitioner/doc" + suffix
                + "'},'insurance':[{'sequence':1,'focal':true,'preAuthRef':['AUTH" + suffix
                + "'],'coverage':{'reference':'Coverage/c" + suffix
                + "'}}],'item':[{'sequence':1,'servicedDate':'"
                + LocalDate.now(Clock.systemUTC())
                + "','productOrService':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90837'}]},"
                + "'quantity':{'value':" + units + "}}]}");
        Answer answer = http.put("Claim/" + name + suffix, claim.toString());
        assertTrue(answer.status() < 300, answer.body());
    }

    private BigDecimal left(RunningServer server) {
        List<Balance> balances = server.server()
                .part(Authorizations.class)
                .authorizationsOf(
                        "Patient/p" + suffix, "Organization/payer" + suffix, LocalDate.now(Clock.systemUTC()), "");
        return balances.stream()
                .filter(balance -> balance.service().code().equals("90837"))
                .map(Balance::left)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aPayerThatCanNotBeReachedIsWorkUntilItAnswers(RunningServer server) {
        FhirHttp http = server.http();
        store(http);
        payer.answers(503, "");
        ClaimResponse queued = desk(server).submit(claim(server));
        assertEquals("queued", http.get(reference(queued)).json().get("outcome").asText());
        assertEquals(Map.of("authorization-not-sent", "biller"), work(http, reference(queued)));
        payer.answers(200, "not json");
        desk(server).submit(claim(server));
        assertEquals(Map.of("authorization-not-sent", "biller"), work(http, reference(queued)));
        payer.answers(200, answer());
        desk(server).submit(claim(server));
        assertEquals(Map.of("authorization-denied", "front-desk"), work(http, reference(queued)));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalOfThePayerIsToldWithoutWhatItQuotes(RunningServer server) {
        FhirHttp http = server.http();
        store(http);
        payer.answers(
                422,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"required\","
                        + "\"diagnostics\":\"Rivera has no plan\",\"expression\":[\"Coverage.class\"]}]}");
        ClaimResponse refused = desk(server).submit(claim(server));
        JsonNode stored = http.get(reference(refused)).json();
        assertEquals("error", stored.get("outcome").asText());
        assertTrue(stored.get("disposition").asText().contains("required Coverage.class"), stored.toString());
        assertFalse(stored.toString().contains("Rivera"), stored.toString());
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfThePayerNamesItsRejectCodes(RunningServer server) {
        FhirHttp http = server.http();
        store(http);
        payer.answers(
                200,
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":"
                        + "\"ClaimResponse\",\"status\":\"active\",\"use\":\"preauthorization\",\"created\":\"2026-11-30\","
                        + "\"outcome\":\"error\",\"error\":[{\"code\":{\"coding\":[{\"system\":"
                        + "\"https://codesystem.x12.org/005010/901\",\"code\":\"T4\"}]}}]}}]}");
        ClaimResponse error = desk(server).submit(claim(server));
        assertEquals(Map.of("authorization-error", "biller"), work(http, reference(error)));
        assertTrue(http.get("Task?focus=" + reference(error)).body().contains("reject codes T4"));
    }

    @ParameterizedTest
    @EnumSource
    void aBundleBringsWhatIsNotStoredYet(RunningServer server) {
        FhirHttp http = server.http();
        payer.answers(200, answer());
        ObjectNode bundle = Asking.json("{'resourceType':'Bundle','type':'collection'}");
        resources.forEach((reference, resource) -> bundle.withArray("entry")
                .addObject()
                .put("fullUrl", "https://ehr.example.org/fhir/" + reference)
                .set("resource", resource));
        Bundle sent = parts(server).fhir().newJsonParser().parseResource(Bundle.class, bundle.toString());
        ClaimResponse kept = desk(server).submit(sent);
        JsonNode claim = http.get("Claim/ask" + suffix).json();
        String patient = claim.at("/patient/reference").asText();
        assertEquals(
                patient,
                http.get(reference(kept)).json().at("/patient/reference").asText());
        assertEquals(
                "m" + suffix, http.get(patient).json().at("/identifier/0/value").asText());
        assertEquals(
                List.of("ask" + suffix), http.get("Claim?patient=" + patient).matches());
    }

    @ParameterizedTest
    @EnumSource
    void whatThePayerWouldMissIsRefusedBeforeItIsAsked(RunningServer server) {
        FhirHttp http = server.http();
        ((ObjectNode) Objects.requireNonNull(resources.get("Coverage/c" + suffix))).remove("subscriberId");
        store(http);
        UnprocessableEntityException refused = assertThrows(
                UnprocessableEntityException.class, () -> desk(server).submit(claim(server)));
        assertTrue(parts(server)
                .fhir()
                .newJsonParser()
                .encodeResourceToString(refused.getOperationOutcome())
                .contains("Coverage.subscriberId"));
        Claim bill = claim(server);
        bill.setUse(Claim.Use.CLAIM);
        assertThrows(UnprocessableEntityException.class, () -> desk(server).submit(bill));
        assertEquals(List.of(), payer.asked());
    }
}
