package org.plainclaim.fhir.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationDecision;
import org.plainclaim.authorization.AuthorizedService;
import org.plainclaim.authorization.AuthorizedUse;

final class AuthorizationReaderTest {
    private static final AuthorizationReader READER = new AuthorizationReader(
            PasRequestWriterTest.RULES, reference -> reference.endsWith("Practitioner/5") ? "1234567893" : "");

    @Test
    void readsAnAnswerOfPasItemByItem() {
        JsonNode response = Asking.answer("1").at("/entry/0/resource");
        JsonNode request = Asking.resources("1").values().iterator().next();
        List<Authorization> read = READER.read(response, request);
        assertEquals(
                List.of("AUTH1", ""), read.stream().map(Authorization::number).toList());
        assertEquals(List.of("1234567893"), read.get(0).providers());
        AuthorizedService granted = read.get(0).services().get(0);
        assertEquals(AuthorizationDecision.CHANGED, granted.decision());
        assertEquals("90837", granted.code());
        assertEquals(new BigDecimal("10"), granted.units());
        assertEquals(LocalDate.parse("2027-01-31"), granted.to());
        AuthorizedService denied = read.get(1).services().get(0);
        assertEquals(AuthorizationDecision.DENIED, denied.decision());
        assertEquals("H0004", denied.code());
        assertNull(denied.units());
    }

    @Test
    void takesFromTheWholeAnswerAndTheRequestWhatAnItemDoesNotSay() {
        JsonNode response = Asking.json(
                """
                {'resourceType':'ClaimResponse','id':'r','status':'active','use':'preauthorization','created':'2026-11-30',
                 'patient':{'reference':'Patient/p1'},'insurer':{'reference':'Organization/payer1'},'outcome':'complete',
                 'preAuthRef':'P77','preAuthPeriod':{'start':'2026-12-01','end':'2027-02-28'},
                 'item':[{'itemSequence':1,'adjudication':[{'category':{'coding':[{'code':'submitted'}]}}]}]}""");
        JsonNode request = Asking.resources("1").values().iterator().next();
        Authorization read = READER.read(response, request).get(0);
        assertEquals("P77", read.number());
        AuthorizedService service = read.services().get(0);
        assertEquals(AuthorizationDecision.APPROVED, service.decision());
        assertEquals("90837", service.code());
        assertEquals(List.of("95"), service.modifiers());
        assertEquals(new BigDecimal("12"), service.units());
        assertEquals(LocalDate.parse("2026-12-01"), service.from());
    }

    @Test
    void readsWhatSomebodyEntersByHand() {
        JsonNode response = Asking.json(
                """
                {'resourceType':'ClaimResponse','id':'r','status':'active','use':'preauthorization','created':'2026-11-30',
                 'patient':{'reference':'Patient/p1'},'insurer':{'reference':'Organization/payer1'},'outcome':'complete',
                 'preAuthRef':'P78','preAuthPeriod':{'start':'2026-12-01'},
                 'addItem':[{'productOrService':{'coding':[{'code':'H0015'}]},'quantity':{'value':20},
                  'provider':[{'reference':'Practitioner/5'}]}]}""");
        Authorization read = READER.read(response, null).get(0);
        AuthorizedService service = read.services().get(0);
        assertEquals("H0015", service.code());
        assertEquals(new BigDecimal("20"), service.units());
        assertNull(service.to());
        assertEquals(List.of("1234567893"), read.providers());
    }

    @Test
    void whatIsQueuedIsNotGranted() {
        JsonNode response = Asking.json(
                """
                {'resourceType':'ClaimResponse','id':'r','status':'active','use':'preauthorization','created':'2026-11-30',
                 'outcome':'queued','item':[{'itemSequence':1}]}""");
        assertEquals(
                AuthorizationDecision.PENDED,
                READER.read(response, null).get(0).services().get(0).decision());
    }

    @Test
    void cancelledAndReplacedClaimsUseNothing() {
        JsonNode first = claim("1", "active", "");
        JsonNode cancelled = claim("2", "cancelled", "");
        JsonNode replacing = claim(
                "3",
                "active",
                ",'related':[{'claim':{'reference':'Claim/1'},'relationship':{'coding':[{'code':'prior'}]}}]");
        UseReader reader = new UseReader(reference -> "");
        assertEquals(1, reader.read(List.of(first, cancelled)).size());
        List<AuthorizedUse> uses = reader.read(List.of(first, cancelled, replacing));
        assertEquals(List.of("Claim/3"), uses.stream().map(AuthorizedUse::claim).toList());
        assertEquals("AUTH1", uses.get(0).number());
        assertEquals(new BigDecimal("3"), uses.get(0).units());
        assertFalse(AuthorizationReader.authorizes(first));
    }

    private static JsonNode claim(String id, String status, String more) {
        return Asking.json("{'resourceType':'Claim','id':'" + id + "','status':'" + status + "','use':'claim'" + more
                + ",'insurance':[{'focal':true,'preAuthRef':['AUTH1']}],'item':[{'sequence':1,'servicedDate':'2026-12-02',"
                + "'productOrService':{'coding':[{'code':'90837'}]},'quantity':{'value':3}}]}");
    }
}
