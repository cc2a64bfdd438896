package org.plainclaim.server.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.RunningServer;

/** The other sessions of the clinician, and stays of the patient, decide on a claim. */
final class ClinicianDaysTest {
    private static final String DAY = "2026-03-03T";

    @ParameterizedTest
    @EnumSource
    void anotherSessionAtTheSameTimeHoldsTheClaim(RunningServer server) {
        BilledSession billed = BilledSession.of(server.http(), "psychotherapy-office");
        assertEquals("pass", billed.verdict("t07"), "nobody else was seen");
        billed.other("finished", DAY + "08:00:00-05:00", DAY + "10:00:00-05:00");
        assertEquals("pass", billed.verdict("t07"), "one ended when the other began");
        ObjectNode early = billed.other("cancelled", DAY + "09:30:00-05:00", DAY + "10:01:00-05:00");
        assertEquals("pass", billed.verdict("t07"), "it did not take place");
        billed.put(early.put("status", "finished"));
        assertEquals("fail", billed.verdict("t07"), "one minute is shared");
        billed.put(early.put("status", "entered-in-error"));
        assertEquals("pass", billed.verdict("t07"));
    }

    @Test
    void aSessionIsComparedByTheClockWhateverItsOffset() {
        BilledSession billed = BilledSession.of(RunningServer.H2.http(), "psychotherapy-office");
        billed.other("finished", DAY + "10:00:00Z", DAY + "11:00:00Z");
        assertEquals("pass", billed.verdict("t07"), "that was five hours before");
        billed.other("finished", DAY + "15:55:00Z", DAY + "16:20:00Z");
        assertEquals("fail", billed.verdict("t07"), "that is 10:55 at the office");
    }

    @Test
    void aSessionOfAnotherClinicianOrOneSupervisedIsNone() {
        BilledSession billed = BilledSession.of(RunningServer.H2.http(), "psychotherapy-office");
        ObjectNode supervised = billed.drafted("finished", DAY + "10:00:00-05:00", DAY + "11:00:00-05:00");
        ((ObjectNode) supervised.at("/participant/0"))
                .putArray("type")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/CodeSystem/participant-role")
                .put("code", "supervisor");
        billed.store(supervised);
        BilledSession.of(billed.http(), "psychotherapy-office");
        assertEquals("pass", billed.verdict("t07"));
    }

    @Test
    void aDayLongerThanADayIsAWarning() {
        BilledSession billed = BilledSession.of(RunningServer.H2.http(), "psychotherapy-office");
        billed.other("finished", "2026-03-02T10:00:00-05:00", "2026-03-02T23:00:00-05:00");
        billed.other("finished", DAY + "00:00:00-05:00", DAY + "10:00:00-05:00");
        billed.other("finished", DAY + "11:00:00-05:00", DAY + "23:59:00-05:00");
        assertEquals("pass", billed.verdict("t08"), "the day before is another day");
        billed.other("finished", DAY + "12:00:00-05:00", DAY + "14:00:00-05:00");
        assertEquals("fail", billed.verdict("t08"));
        assertEquals("pass", billed.verdict("t07"), "the sessions of others overlap, not this one");
    }

    @Test
    void membersOfAGroupHaveOneStartAndOneStop() {
        BilledSession billed = BilledSession.of(RunningServer.H2.http(), "group-of-eight");
        JsonNode period = billed.session().path("period");
        String start = period.path("start").asText();
        String end = period.path("end").asText();
        billed.billedBesides(start, end);
        assertEquals("bypassed", billed.verdict("t07"), "a group is at one time");
        assertEquals("pass", billed.verdict("t12"));
        billed.billedBesides(start, end.replaceFirst(":..:", ":07:"));
        assertEquals("fail", billed.verdict("t12"), "one member has another stop");
    }

    @ParameterizedTest
    @EnumSource
    void aPatientAtHomeByTelehealthWasNotInAFacility(RunningServer server) {
        BilledSession billed = BilledSession.of(server.http(), "psychotherapy-video-home");
        assertEquals("pass", billed.verdict("l04"), "the session says where the patient was");
        JsonNode period = billed.session().path("period");
        ObjectNode stay = billed.stay(period.path("start").asText().substring(0, 10) + "T00:00:00Z", null);
        assertEquals("fail", billed.verdict("l04"), "the patient had not left the hospital");
        ((ObjectNode) stay.get("period")).put("end", period.path("start").asText());
        billed.put(stay);
        assertEquals("pass", billed.verdict("l04"), "the patient had left when the session began");
    }
}
