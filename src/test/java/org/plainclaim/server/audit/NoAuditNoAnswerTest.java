package org.plainclaim.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

final class NoAuditNoAnswerTest {
    private final FhirHttp http = RunningServer.H2.http();
    private final String patient = "Patient/unaudited-" + UUID.randomUUID();

    @Test
    void nothingIsGivenOutOrStoredThatCanNotBeWrittenDown() throws SQLException {
        assertEquals(201, http.put(patient, body("Anna")).status());
        change("alter table plainclaim_audit rename to plainclaim_audit_away");
        try {
            assertEquals(500, http.get(patient).status());
            assertEquals(500, http.get("Patient?_id=" + patient.substring(8)).status());
            assertEquals(500, http.put(patient, body("Berta")).status());
        } finally {
            change("alter table plainclaim_audit_away rename to plainclaim_audit");
        }
        assertEquals("1", http.get(patient).json().at("/meta/versionId").asText());
        assertEquals(200, http.put(patient, body("Berta")).status());
    }

    private String body(String given) {
        return """
            {"resourceType": "Patient", "id": "%s", "name": [{"given": ["%s"]}]}"""
                .formatted(patient.substring(8), given);
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RunningServer.H2.part(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
