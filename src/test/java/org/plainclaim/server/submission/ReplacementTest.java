package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** What becomes of a Claim that is changed, held or cancelled after it was submitted. */
final class ReplacementTest {
    private static ObjectNode changed(Desk desk, ObjectNode claim, String day) {
        return desk.put(claim.put("created", day));
    }

    @ParameterizedTest
    @EnumSource
    void replacesWhatThePayerHasAndTakesItBack(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        String first = Desk.number(desk.taken(claim));
        desk.file(first);

        ObjectNode second = changed(desk, claim, "2026-03-04");
        Answer unknown = desk.submit(second);
        assertEquals(422, unknown.status(), unknown::body);
        assertTrue(unknown.diagnostics().contains("277CA"), unknown.diagnostics());

        desk.log().keepPayerNumber(first, "ICN0001");
        desk.log().move(first, ClaimState.ACCEPTED);
        String replacing = Desk.number(desk.taken(second));
        assertNotEquals(first, replacing);
        String file = desk.file(replacing);
        assertTrue(file.contains("CLM*" + replacing + "*190***11:B:7*"), file);
        assertTrue(file.contains("REF*F8*ICN0001~"), file);
        LoggedClaim logged = desk.log().claim(replacing).orElseThrow();
        assertEquals(first, logged.original());

        desk.log().keepPayerNumber(replacing, "ICN0002");
        desk.log().move(replacing, ClaimState.ANSWERED);
        String voiding = Desk.number(desk.taken(desk.put(second.put("status", "cancelled"))));
        String back = desk.file(voiding);
        assertTrue(back.contains("CLM*" + voiding + "*190***11:B:8*"), back);
        assertTrue(back.contains("REF*F8*ICN0002~"), back);
    }

    @ParameterizedTest
    @EnumSource
    void sendsAClaimAnewThatWasRefusedAtTheEntrance(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        String first = Desk.number(desk.taken(claim));
        desk.file(first);
        desk.log().move(first, ClaimState.REJECTED);
        String second = Desk.number(desk.taken(changed(desk, claim, "2026-03-04")));
        assertTrue(desk.file(second).contains("CLM*" + second + "*190***11:B:1*"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsAHeldClaimUntilItIsReleased(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        String path = Desk.reference(claim);
        assertEquals(422, desk.http().post(path + "/$release", "").status(), "it was not submitted");
        JsonNode response = desk.taken(claim);
        String number = Desk.number(response);
        Answer held = desk.http().post(path + "/$hold", "");
        assertEquals(200, held.status(), held::body);
        assertTrue(held.json().get("disposition").asText().startsWith("Held: Somebody asked"), held::body);
        assertEquals(held.json(), desk.taken(claim), "submitted again it is still held");
        server.part(Dispatcher.class).run();
        assertEquals(List.of(), desk.files(number));
        Answer released = desk.http().post(path + "/$release", "");
        assertEquals(200, released.status(), released::body);
        desk.file(number);
        Answer late = desk.http().post(path + "/$hold", "");
        assertEquals(409, late.status(), late::body);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNoVersionThatIsNotTheLatest(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        JsonNode response = desk.taken(claim);
        String first = Desk.number(response);
        desk.http().post(Desk.reference(claim) + "/$hold", "");
        ObjectNode second = changed(desk, claim, "2026-03-04");
        String number = Desk.number(desk.taken(second));
        desk.file(number);
        assertEquals(ClaimState.WITHDRAWN, desk.log().claim(first).orElseThrow().state());
        assertEquals(List.of(), desk.files(first));
        assertEquals(
                "cancelled",
                desk.http()
                        .get("ClaimResponse/" + response.get("id").asText())
                        .json()
                        .get("status")
                        .asText());
    }

    @ParameterizedTest
    @EnumSource
    void keepsBackWhatIsChangedBeforeItLeaves(RunningServer server) {
        Desk desk = new Desk(server);
        LoggedClaim kept = submittedAndChanged(desk);
        for (int attempt = 0; kept.state().gone() && attempt < 10; attempt++) {
            kept = submittedAndChanged(desk);
        }
        assertEquals(Hold.CHANGED, kept.hold(), "of several, one was changed before it left");
        server.part(Dispatcher.class).run();
        assertEquals(List.of(), desk.files(kept.number()));
    }

    private static LoggedClaim submittedAndChanged(Desk desk) {
        ObjectNode claim = desk.derived("psychotherapy-office");
        String number = Desk.number(desk.taken(claim));
        changed(desk, claim, "2026-03-04");
        return desk.log().claim(number).orElseThrow();
    }
}
