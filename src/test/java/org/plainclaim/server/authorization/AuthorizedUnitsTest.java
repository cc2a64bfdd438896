package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.authorization.AskingPractice.reference;
import static org.plainclaim.server.authorization.AskingPractice.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.RegisterExtension;
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

final class AuthorizedUnitsTest {
    @RegisterExtension
    final AskingPractice practice = new AskingPractice();

    @ParameterizedTest
    @EnumSource
    void unitsThatClaimsUseAreLeftNoMoreAndRaiseWorkBeforeTheyRunOut(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(200, practice.answer());
        String response = reference(practice.desk(server).submit(practice.claim(server)));
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
                .onFile(http.get("Claim/two" + practice.suffix).json(), null));
        Authorization authorization = known.authorizations().get(0);
        assertEquals("AUTH" + practice.suffix, authorization.number());
        assertEquals(List.of("1234567893"), authorization.providers());
        assertEquals(
                List.of("Claim/one" + practice.suffix),
                known.uses().stream().map(AuthorizedUse::claim).distinct().toList(),
                "its own lines count nothing");
    }

    @ParameterizedTest
    @EnumSource
    void daysRunOutAlthoughNobodyWritesAnything(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(200, practice.answer());
        String response = reference(practice.desk(server).submit(practice.claim(server)));
        Authorizations authorizations = server.server().part(Authorizations.class);
        AuthorizationWatch.Todo todo = new AuthorizationWatch.Todo(
                server.server().part(WorkQueue.class), server.server().part(Owners.class));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(50));
        AuthorizationWatch watch = new AuthorizationWatch(
                authorizations, AskingPractice.parts(server).rules(), todo, later);
        assertTrue(authorizations.patients().contains("Patient/p" + practice.suffix));
        watch.look("Patient/p" + practice.suffix);
        assertEquals("front-desk", work(http, response).get("authorization-ends-soon"));
    }

    private void bill(FhirHttp http, String name, int units, String status) {
        ObjectNode claim =
                Asking.json("{'resourceType':'Claim','id':'" + name + practice.suffix + "','status':'" + status
                        + "','use':'claim','patient':{'reference':'Patient/p" + practice.suffix
                        + "'},'provider':{'reference':'Practitioner/doc" + practice.suffix
                        + "'},'insurance':[{'sequence':1,'focal':true,'preAuthRef':['AUTH" + practice.suffix
                        + "'],'coverage':{'reference':'Coverage/c" + practice.suffix
                        + "'}}],'item':[{'sequence':1,'servicedDate':'"
                        + LocalDate.now(Clock.systemUTC())
                        + "','productOrService':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90837'}]},"
                        + "'quantity':{'value':" + units + "}}]}");
        Answer answer = http.put("Claim/" + name + practice.suffix, claim.toString());
        assertTrue(answer.status() < 300, answer.body());
    }

    private BigDecimal left(RunningServer server) {
        List<Balance> balances = server.server()
                .part(Authorizations.class)
                .authorizationsOf(
                        "Patient/p" + practice.suffix,
                        "Organization/payer" + practice.suffix,
                        LocalDate.now(Clock.systemUTC()),
                        "");
        return balances.stream()
                .filter(balance -> balance.service().code().equals("90837"))
                .map(Balance::left)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
