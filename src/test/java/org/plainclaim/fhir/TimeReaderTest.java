package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionTime;

final class TimeReaderTest {
    private final ObjectNode bundle = Sessions.lone("psychotherapy-office");
    private final ObjectNode encounter = Sessions.first(bundle, "Encounter");

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T10:00:00-05:00, 2026-03-03T10:53:59-05:00, 53",
        "2026-03-03T10:00:00-05:00, 2026-03-03T10:15:59.999-05:00, 15",
        "2026-03-03T10:00:00-05:00, 2026-03-03T15:16:00Z, 16",
        "2026-03-03T10:00:00-05:00, 2026-03-03T10:00:00-05:00, 0",
        "2026-03-03T23:30:00-05:00, 2026-03-04T00:30:00-05:00, 60",
        "2026-03-08T01:30:00-05:00, 2026-03-08T03:30:00-04:00, 60",
        "2026-03-03T10:00:00-05:00, 2026-03-04T10:00:00-05:00, 1440"
    })
    void countsWholeMinutesBetweenInstants(String start, String stop, int minutes) {
        assertEquals(
                minutes, period(start, stop).services().get(0).time().minutes().get());
    }

    @Test
    void holdsASessionThatStopsBeforeItStarts() {
        SessionDocumentation session = period("2026-03-03T10:00:00-05:00", "2026-03-03T09:59:59-05:00");
        assertEquals(List.of("session-stop-before-start"), Sessions.findings(session));
        assertFalse(session.services().get(0).time().minutes().known());
    }

    @Test
    void holdsASessionOfTwentyFiveHours() {
        SessionDocumentation session = period("2026-03-03T10:00:00-05:00", "2026-03-04T11:00:00-05:00");
        assertEquals(List.of("session-longer-than-day"), Sessions.findings(session));
    }

    @Test
    void takesTheDateOfServiceFromTheZoneOfTheLocation() {
        SessionTime time =
                period("2026-03-04T03:30:00Z", "2026-03-04T04:30:00Z").time();
        assertEquals(LocalDate.of(2026, 3, 3), time.dateOfService().get());
        assertEquals("America/New_York", time.zone().get());
    }

    @Test
    void takesTheStatedOffsetWhereTheLocationHasNoZone() {
        Sessions.first(bundle, "Location").remove("extension");
        SessionTime late =
                period("2026-03-03T23:30:00-05:00", "2026-03-04T00:30:00-05:00").time();
        assertEquals(LocalDate.of(2026, 3, 3), late.dateOfService().get());
        assertEquals("-05:00", late.zone().get());
        SessionTime early =
                period("2026-03-04T00:10:00-05:00", "2026-03-04T01:00:00-05:00").time();
        assertEquals(LocalDate.of(2026, 3, 4), early.dateOfService().get());
    }

    @Test
    void takesThePracticeZoneForTimesInUtcAndSaysSoIfThereIsNone() {
        Sessions.first(bundle, "Location").remove("extension");
        SessionTime unknown =
                period("2026-03-04T03:30:00Z", "2026-03-04T04:30:00Z").time();
        assertEquals(LocalDate.of(2026, 3, 4), unknown.dateOfService().get());
        assertFalse(unknown.zone().known());
        ReadingOptions chicago = new ReadingOptions(null, ZoneId.of("America/Chicago"), null);
        SessionTime practice = Sessions.read(bundle, chicago).time();
        assertEquals(LocalDate.of(2026, 3, 3), practice.dateOfService().get());
        assertEquals("America/Chicago", practice.zone().get());
    }

    @Test
    void holdsASessionThatHasNotBeenYet() {
        period("2031-03-03T10:00:00-05:00", "2031-03-03T10:50:00-05:00");
        ReadingOptions before = new ReadingOptions(null, null, Instant.parse("2031-03-03T14:59:59Z"));
        ReadingOptions after = new ReadingOptions(null, null, Instant.parse("2031-03-03T15:00:00Z"));
        assertTrue(Sessions.findings(Sessions.read(bundle, before)).contains("session-in-future"));
        assertFalse(Sessions.findings(Sessions.read(bundle, after)).contains("session-in-future"));
        assertFalse(Sessions.findings(Sessions.read(bundle)).contains("session-in-future"));
    }

    @Test
    void warnsOfAnUnknownTimeZone() {
        ((ObjectNode) Sessions.first(bundle, "Location").get("extension").get(0)).put("valueCode", "Mars/Olympus");
        SessionDocumentation session = Sessions.read(bundle);
        assertEquals(List.of("session-time-zone-unknown"), Sessions.findings(session));
        assertEquals("-05:00", session.time().zone().get());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-03, 2026-03-03", "2026-03, ", "2026, "})
    void takesADayWithoutATimeAsADayOnly(String start, @org.jspecify.annotations.Nullable String day) {
        SessionDocumentation session = period(start, "2026-03-03");
        assertEquals(
                day == null ? null : LocalDate.parse(day),
                session.time().dateOfService().value());
        assertFalse(session.time().start().known());
        assertFalse(session.services().get(0).time().minutes().known());
        assertEquals(start, session.time().start().evidence().get(0).value());
    }

    @Test
    void countsAStatedDurationThatLeavesTimeOut() {
        length(45, "min");
        assertEquals(
                45, Sessions.read(bundle).services().get(0).time().minutes().get());
        length(0.75, "h");
        assertEquals(
                45, Sessions.read(bundle).services().get(0).time().minutes().get());
    }

    @Test
    void holdsADurationThatIsLongerThanTheTime() {
        length(57, "min");
        assertEquals(List.of("session-length-conflict"), Sessions.findings(Sessions.read(bundle)));
    }

    @Test
    void takesADurationAloneAsTheMinutes() {
        encounter.putObject("period").put("start", "2026-03-03");
        length(53, "min");
        assertEquals(
                53, Sessions.read(bundle).services().get(0).time().minutes().get());
    }

    private void length(double value, String unit) {
        encounter.putObject("length").put("value", value).put("unit", unit);
    }

    private SessionDocumentation period(String start, String stop) {
        encounter.putObject("period").put("start", start).put("end", stop);
        return Sessions.read(bundle);
    }
}
