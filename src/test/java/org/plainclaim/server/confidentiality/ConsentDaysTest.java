package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.RunningServer;
import org.springframework.jdbc.core.JdbcTemplate;

/** A consent ends by its date: nobody writes anything, and on the day after all is labelled again. */
final class ConsentDaysTest {
    @ParameterizedTest
    @EnumSource
    void onTheDayAfterItsLastOneTheRecordsAreWithheld(RunningServer server) {
        Records records = new Records(server.http());
        records.patient();
        records.organization(true);
        String condition = records.condition("c", "F41.1", records.encounter("e"));
        LocalDate last = LocalDate.now(Clock.system(ZoneId.systemDefault())).plusDays(9);
        records.consent("k", "");
        records.put(
                "Consent",
                "k",
                consent(server, records)
                        .replace("\"start\":\"2020-01-01\"", "\"start\":\"2020-01-01\",\"end\":\"" + last + "\""));
        JdbcTemplate sql = new JdbcTemplate(server.part(DataSource.class));
        String planned = "select changes_on from plainclaim_consent_day where patient = ?";
        String patient = "Patient/" + records.key + "-p";
        Awaited.until("the label", () -> sql.queryForList(planned, Date.class, patient).stream()
                .anyMatch(day -> day.toLocalDate().equals(last.plusDays(1))));
        assertFalse(records.labels(condition).contains("NODSCLCD"));

        runOn(server, 9);
        assertFalse(records.labels(condition).contains("NODSCLCD"), "on its last day it holds");
        // the server's own rounds, which know another day, may have taken the patient first
        Awaited.until("the label", () -> {
            runOn(server, 10);
            return records.labels(condition).contains("NODSCLCD");
        });
        assertEquals(0, sql.queryForList(planned, Date.class, patient).size(), "nothing more is planned");
        runOn(server, 11);
        assertTrue(records.labels(condition).contains("NODSCLCD"));
    }

    /** What a round does so many days from now. */
    private static void runOn(RunningServer server, int days) {
        Clock then = Clock.offset(Clock.system(ZoneId.systemDefault()), Duration.ofDays(days));
        server.part(ConsentDays.class).at(then).run();
        server.part(Relabelling.class).at(then).run();
    }

    private static String consent(RunningServer server, Records records) {
        String whole = server.http().get("Consent/" + records.key + "-k").body();
        int begin = whole.indexOf("\"status\"");
        return whole.substring(begin, whole.lastIndexOf('}')).replace("'", "");
    }
}
