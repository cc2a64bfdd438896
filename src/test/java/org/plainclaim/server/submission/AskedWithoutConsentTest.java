package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.inquiry.StatusInquiries;
import org.springframework.jdbc.core.JdbcTemplate;

/** A payer is not asked about a claim (276) of which it may not be told; somebody is told instead. */
final class AskedWithoutConsentTest {
    private final RunningServer server = RunningServer.H2;
    private final Desk desk = new Desk(server);

    @Test
    void nothingAboutTheClaimLeavesAndSomebodyHasToDoIt() throws IOException {
        ObjectNode claim = DisclosedClaimTest.ofProgram(desk);
        String consent = DisclosedClaimTest.consent(desk, claim);
        String number = Desk.number(desk.taken(claim));
        desk.file(number);
        String other = Desk.number(desk.taken(desk.derived("psychotherapy-office")));
        desk.file(other);
        ObjectNode revoked = (ObjectNode) desk.http().get(consent).json();
        revoked.put("status", "inactive");
        assertEquals(200, desk.http().put(consent, revoked.toString()).status());
        longAgo(number);
        longAgo(other);
        server.part(StatusInquiries.class).run();
        server.part(StatusInquiries.class).run();
        server.part(Dispatcher.class).run();

        assertEquals(1, questions(other).size(), "the others are asked about");
        assertEquals(List.of(), questions(number));
        List<JsonNode> tasks = tasks(claim);
        assertEquals(1, tasks.size(), tasks::toString);
        assertTrue(tasks.get(0).toString().contains("may not be asked about the claim"), tasks::toString);
        assertTrue(tasks.get(0).toString().contains("the consent is not active"), tasks::toString);
        JsonNode told = desk.http()
                .get(claim.at("/patient/reference").asText() + "/$disclosures")
                .json();
        assertTrue(told.toString().contains("\"837\""), told::toString);
        assertEquals(-1, told.toString().indexOf("\"276\""), told::toString);
    }

    private void longAgo(String number) {
        sql().update(
                        "update plainclaim_interchange set sent_at = ? where id ="
                                + " (select interchange from plainclaim_submission where claim_number = ?)",
                        Instant.now().minus(Duration.ofDays(31)).toEpochMilli(),
                        number);
    }

    private JdbcTemplate sql() {
        return new JdbcTemplate(server.part(DataSource.class));
    }

    private List<String> questions(String number) throws IOException {
        try (Stream<Path> files = Files.list(server.partnerFolder().resolve("out"))) {
            return files.filter(path -> path.getFileName().toString().startsWith("276-"))
                    .map(Desk::text)
                    .filter(text -> text.contains("REF*EJ*" + number + "~"))
                    .toList();
        }
    }

    private List<JsonNode> tasks(JsonNode claim) {
        List<JsonNode> found = new ArrayList<>();
        desk.http()
                .get("Task?patient=" + claim.at("/patient/reference").asText())
                .json()
                .path("entry")
                .forEach(entry -> found.add(entry.path("resource")));
        return found.stream()
                .filter(task -> task.at("/reasonCode/coding/0/code").asText().equals("disclosure-not-permitted"))
                .toList();
    }
}
