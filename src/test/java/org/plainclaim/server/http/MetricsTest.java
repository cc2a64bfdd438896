package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** {@code /metrics} says how the server fares, and nothing of what is in it; without a connection it says "later". */
final class MetricsTest {
    private static final String SEARCHED =
            "http_server_requests_seconds_count{interaction=\"search\",room=\"fhir\",status=\"200\",type=\"Location\"}";

    @Test
    void countsRequestsConnectionsAndMemory() {
        FhirHttp http = RunningServer.H2.http();
        double before = figure(http, SEARCHED);
        http.get("Location?identifier=none");
        assertEquals(before + 1, figure(http, SEARCHED));
        assertTrue(figure(http, "hikaricp_connections_max{pool=\"store\"}") > 1);
        assertTrue(http.get("../metrics").body().contains("jvm_memory_used_bytes{area=\"heap\""));
        assertTrue(figure(http, "http_server_requests_active") >= 1, "this one");
    }

    @Test
    void nothingThatAClientMakesUpBecomesAName() {
        FhirHttp http = RunningServer.H2.http();
        http.get("Patient/" + UUID.randomUUID());
        http.get("Elena-0/1");
        http.post("Claim/$elena-0", "{\"resourceType\":\"Parameters\"}");
        long before = http.get("../metrics").body().lines().count();
        for (int i = 1; i < 20; i++) {
            http.get("Patient/" + UUID.randomUUID());
            http.get("Elena-" + i + "/1");
            http.post("Claim/$elena-" + i, "{\"resourceType\":\"Parameters\"}");
        }
        String after = http.get("../metrics").body();
        assertFalse(after.toLowerCase(java.util.Locale.ROOT).contains("elena"), after);
        assertEquals(before, after.lines().count());
    }

    @ParameterizedTest
    @EnumSource
    void whoGetsNoConnectionIsToldToComeAgain(RunningServer server) throws SQLException {
        HikariDataSource pool = server.part(HikariDataSource.class);
        long patience = pool.getConnectionTimeout();
        List<Connection> taken = new ArrayList<>();
        FhirHttp.Answer answer;
        try {
            pool.setConnectionTimeout(300);
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                taken.add(pool.getConnection());
            }
            answer = server.http().get("Patient/" + UUID.randomUUID());
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
            pool.setConnectionTimeout(patience);
        }
        assertEquals(503, answer.status());
        assertEquals("5", answer.header("Retry-After"));
        assertEquals("transient", answer.json().at("/issue/0/code").asText());
        assertEquals(404, server.http().get("Patient/" + UUID.randomUUID()).status());
    }

    private static double figure(FhirHttp http, String name) {
        return http.get("../metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
