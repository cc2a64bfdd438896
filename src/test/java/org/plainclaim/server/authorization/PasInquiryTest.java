package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.authorization.AskingPractice.reference;
import static org.plainclaim.server.authorization.AskingPractice.work;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.authorization.Asking;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** What became of a request, and requests that change or cancel an earlier one. */
final class PasInquiryTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @RegisterExtension
    final AskingPractice practice = new AskingPractice();

    private static String found(String... bundles) {
        ObjectNode found = Asking.json("{'resourceType':'Parameters'}");
        for (String bundle : bundles) {
            found.withArray("parameter").addObject().put("name", "return").set("resource", Asking.json(bundle));
        }
        return found.toString();
    }

    private String pended() {
        return practice.answer().replace("\"A6\"", "\"A4\"").replace("\"A3\"", "\"A4\"");
    }

    /** Of another request of the same patient, decided later. */
    private String foreign() {
        return practice.answer()
                .replace("\"created\":\"2026-11-30\"", "\"created\":\"2026-12-24\"")
                .replace("AUTH" + practice.suffix, "OTHER");
    }

    private String ours() {
        return practice.answer()
                .replace(
                        "\"outcome\":",
                        "\"identifier\":[{\"system\":\"https://plainclaim.org/fhir/NamingSystem/authorization-request\","
                                + "\"value\":\"ask" + practice.suffix + "\"}],\"outcome\":");
    }

    @ParameterizedTest
    @EnumSource
    void whatThePayerDecidedSinceTakesThePlaceOfWhatItSaidBefore(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(200, pended());
        PasDesk desk = practice.desk(server);
        ClaimResponse first = desk.submit(practice.claim(server));
        assertEquals(Map.of("authorization-pended", "front-desk"), work(http, reference(first)));
        practice.payer.answers(200, found(foreign(), ours()));
        Claim known = new Claim();
        known.setId("Claim/ask" + practice.suffix);
        Parameters said = desk.inquire(known);
        PayerOverHttp.Asked asked = practice.payer.asked().get(1);
        assertEquals("POST /fhir/Claim/$inquire", asked.path());
        assertEquals(
                practice.payer.asked().get(0).bundle().at("/entry/0/resource/identifier"),
                asked.bundle().at("/entry/0/resource/identifier"));
        assertFalse(asked.bundle().at("/entry/0/resource").has("item"), asked::toString);
        JsonNode stored = http.get(reference(first)).json();
        assertTrue(stored.toString().contains("AUTH" + practice.suffix), stored::toString);
        assertEquals(Map.of("authorization-denied", "front-desk"), work(http, reference(first)));
        Bundle told = (Bundle) said.getParameterFirstRep().getResource();
        assertEquals(
                first.getIdElement().getIdPart(),
                told.getEntryFirstRep().getResource().getIdElement().getIdPart());
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsKnownByItsIdentifier(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        Claim claim = practice.claim(server);
        claim.addIdentifier().setSystem("https://ehr.example.org/requests").setValue("r" + practice.suffix);
        practice.payer.answers(200, pended());
        PasDesk desk = practice.desk(server);
        desk.submit(claim);
        practice.payer.answers(200, found());
        Claim named = new Claim();
        named.addIdentifier().setSystem("https://ehr.example.org/requests").setValue("r" + practice.suffix);
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(named);
        assertEquals(List.of(), desk.inquire(bundle).getParameter(), "the payer knows no such request");
        named.getIdentifierFirstRep().setValue("nobody" + practice.suffix);
        assertThrows(ResourceNotFoundException.class, () -> desk.inquire(bundle));
        assertEquals(2, practice.payer.asked().size());
    }

    @ParameterizedTest
    @EnumSource
    void aPayerThatDoesNotAnswerChangesNothing(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(200, practice.answer());
        PasDesk desk = practice.desk(server);
        String response = reference(desk.submit(practice.claim(server)));
        JsonNode before = http.get(response).json();
        practice.payer.answers(503, "");
        Claim known = practice.claim(server);
        assertThrows(UnprocessableEntityException.class, () -> desk.inquire(known));
        assertEquals(before, http.get(response).json());
        // the server itself knows no address of this payer
        Answer over = http.post("Claim/ask" + practice.suffix + "/$inquire", NOTHING);
        assertEquals(422, over.status(), over::body);
        assertEquals("transient", over.json().at("/issue/0/code").asText(), over::body);
        assertEquals(
                404,
                http.post("Claim/nobody" + practice.suffix + "/$inquire", NOTHING)
                        .status());
    }

    @ParameterizedTest
    @EnumSource
    void aChangeTakesThePlaceOfTheRequestOnceThePayerDecides(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(200, practice.answer());
        PasDesk desk = practice.desk(server);
        String first = reference(desk.submit(practice.claim(server)));
        Claim change = AskingPractice.claim(server, Asking.changed(practice.suffix));
        practice.payer.answers(503, "");
        desk.submit(change);
        assertEquals("active", http.get(first).json().get("status").asText(), "nobody has decided yet");
        practice.payer.answers(200, practice.answer());
        String second = reference(desk.submit(change));
        JsonNode update = practice.payer.asked().get(2).bundle().at("/entry/0/resource");
        assertEquals(
                "ask" + practice.suffix,
                update.at("/related/0/claim/identifier/value").asText(),
                update::toString);
        assertEquals("cancelled", http.get(first).json().get("status").asText());
        assertEquals(Map.of(), work(http, first));
        assertEquals("active", http.get(second).json().get("status").asText());
        List<String> authorized = server.server().part(Authorizations.class).of("Patient/p" + practice.suffix).stream()
                .flatMap(one -> one.services().stream())
                .map(service -> service.code())
                .toList();
        assertEquals(List.of("90837"), authorized, "once, and nothing of the cancelled item");
        assertEquals(Map.of(), work(http, second), "what is no longer asked for is not denied");
    }
}
