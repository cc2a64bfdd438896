package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.remittance.ServicePayment;

/** The figures of a practice over HTTP, in a month that no other test has claims in. */
final class FiguresTest {
    private static final String LINE = "L1 90837 95 150.00";

    private static void leaves(Practice practice, String day, Sent... claims) {
        long control = Practice.nextControl() % 1_000_000_000;
        Gone.in(practice.server(), control, new byte[0], numbers(claims));
        PracticeSql.only(practice.server().part(DataSource.class))
                .update(
                        "update plainclaim_interchange set written_at = ? where partition_id = {practice} and control"
                                + " = ?",
                        Instant.parse(day + "T12:00:00Z").toEpochMilli(),
                        (int) control);
    }

    private static String[] numbers(Sent... claims) {
        return java.util.stream.Stream.of(claims).map(Sent::number).toArray(String[]::new);
    }

    /** The Claim gets a line, as one that was derived has it. */
    private static void serves(Practice practice, Sent sent, String day, String clinician) {
        ObjectNode claim = (ObjectNode) practice.read(sent.claim());
        claim.putArray("careTeam")
                .addObject()
                .put("sequence", 1)
                .putObject("provider")
                .putObject("identifier")
                .put("system", "http://hl7.org/fhir/sid/us-npi")
                .put("value", clinician);
        ObjectNode item = claim.putArray("item").addObject().put("sequence", 1).put("servicedDate", day);
        item.putArray("careTeamSequence").add(1);
        item.putObject("productOrService")
                .putArray("coding")
                .addObject()
                .put("system", "http://www.ama-assn.org/go/cpt")
                .put("code", "90837");
        FhirHttp.Answer stored = practice.http().put(sent.claim(), claim.toString());
        assertEquals(200, stored.status(), stored::body);
    }

    private static ServicePayment paid(String paid, String group, String reason, String off) {
        return line("L1", Procedure.of("90837", "95"), chargedAndPaid("150", paid), adjustment(group, reason, off));
    }

    private static List<JsonNode> figures(Practice practice, String query, String name) {
        FhirHttp.Answer answer = practice.http().get("Claim/$figures?" + query);
        assertEquals(200, answer.status(), answer::body);
        List<JsonNode> found = new ArrayList<>();
        answer.json().path("parameter").forEach(parameter -> {
            if (parameter.path("name").asText().equals(name)) {
                found.add(parameter);
            }
        });
        return found;
    }

    /** Parts as {@code name=value}, in the order of their names. */
    private static String said(JsonNode figure) {
        TreeMap<String, String> parts = new TreeMap<>();
        figure.path("part").forEach(part -> part.properties()
                .forEach(field ->
                        parts.put(part.path("name").asText(), field.getValue().asText())));
        return parts.toString();
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatPassedAtTheFirstTryAndHowLongItTook(RunningServer server) {
        Practice practice = new Practice(server);
        Sent paid = practice.sends(LINE);
        Sent denied = practice.sends(LINE);
        Sent silent = practice.sends(LINE);
        String day = server == RunningServer.H2 ? "2014-05-03" : "2014-05-04";
        serves(practice, paid, day, "1003000126");
        serves(practice, denied, day, "1003000126");
        serves(practice, silent, day, "1003000126");
        leaves(practice, "2014-05-10", paid, denied, silent);
        practice.posts(practice.remittance(List.of(
                claim(paid.number(), "1", paid("120", "CO", "45", "30")),
                claim(denied.number(), "4", paid("0", "CO", "197", "150")))));
        String may = "periodStart=2014-05-01&periodEnd=2014-05-31";
        List<JsonNode> acceptance = figures(practice, may + "&figure=acceptance", "acceptance");
        assertEquals(1, acceptance.size());
        assertEquals("{accepted=2, answered=2, decided=2, month=2014-05, sent=3, undenied=1}", said(acceptance.get(0)));
        List<JsonNode> days = figures(practice, may + "&figure=days", "days");
        assertTrue(said(days.get(0)).startsWith("{claims=3, decided=2, month=2014-05, to-claim="), days::toString);
        assertEquals(day.endsWith("03") ? "7" : "6", part(days.get(0), "to-claim"));
        List<JsonNode> shares = figures(practice, may + "&figure=shares", "share");
        assertTrue(
                shares.stream().anyMatch(share -> said(share).contains("codes=90837, count=3, of=3")),
                shares::toString);
    }

    private static String part(JsonNode figure, String name) {
        for (JsonNode part : figure.path("part")) {
            if (part.path("name").asText().equals(name)) {
                return part.path("valueInteger").asText();
            }
        }
        return "";
    }

    @ParameterizedTest
    @EnumSource
    void aClaimThatNobodySubmittedWaits(RunningServer server) {
        Practice practice = new Practice(server);
        int before = waiting(practice);
        ObjectNode claim = (ObjectNode) practice.read(practice.sends(LINE).claim());
        claim.remove(List.of("id", "meta"));
        claim.putArray("item")
                .addObject()
                .put("sequence", 1)
                .put(
                        "servicedDate",
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                .minusDays(3)
                                .toString())
                .putObject("productOrService")
                .putArray("coding")
                .addObject()
                .put("code", "90837");
        assertEquals(201, practice.http().post("Claim", claim.toString()).status());
        assertEquals(before + 1, waiting(practice));
    }

    private static int waiting(Practice practice) {
        return figures(practice, "figure=aging", "aging").stream()
                .mapToInt(sum -> Integer.parseInt(part(sum, "claims")))
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void aFigureThatThereIsNotIsRefused(RunningServer server) {
        assertEquals(400, server.http().get("Claim/$figures?figure=luck").status());
        assertEquals(
                400,
                server.http()
                        .get("Claim/$figures?periodStart=2026-03&figure=days")
                        .status());
        assertEquals(
                400,
                server.http()
                        .get("Claim/$figures?periodStart=2010-01-01&periodEnd=2026-03-01")
                        .status());
    }
}
