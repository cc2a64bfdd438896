package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.cli.audit.AuditCommand;
import org.plainclaim.submission.Money;
import picocli.CommandLine;

/** Two practices on one server, each from the appointment to the money, with the same records and payers that differ. */
final class PracticesApartTest {
    private static final List<String> PAYS = List.of(" : allow=77 copay=25");
    private static final List<String> DENIES = List.of(" : deny=CO-197");

    @Test
    void eachPracticeSendsItsClaimsAndGetsItsMoney(@TempDir Path folder) throws IOException {
        Path partners = Files.createDirectories(folder.resolve("partners"));
        TwoPayers.settle(partners, "linden", PAYS);
        TwoPayers.settle(partners, "oak", DENIES);
        Map<String, String> environment = Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                "jdbc:h2:file:" + folder.resolve("data"),
                "PLAINCLAIM_PRACTICES",
                "several",
                "PLAINCLAIM_ISSUER",
                GuardedServer.issuer().uri(),
                "PLAINCLAIM_AUDIENCE",
                GuardedServer.AUDIENCE,
                "PLAINCLAIM_PARTNERS",
                partners.toString());
        String paid;
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(environment))) {
            TwoPayers linden = TwoPayers.of(server, "linden", partners);
            TwoPayers oak = TwoPayers.of(server, "oak", partners);
            JsonNode first = claim(linden);
            JsonNode second = claim(oak);
            sent(linden, first);
            sent(oak, second);
            linden.payersAnswer();
            assertEquals(Money.of("121.30"), paid(linden, first));
            assertEquals(Money.ZERO, paid(oak, second));
            assertEquals(List.of(), linden.todo(""), "what the other has to do is not for this one");
            assertFalse(oak.todo("").isEmpty());
            controlNumbersAreUnbroken(linden);
            controlNumbersAreUnbroken(oak);
            theOthersMoneyIsNobodys(
                    oak,
                    linden,
                    "ClaimResponse?request=Claim/" + first.get("id").asText());
            paid = "Claim/" + first.get("id").asText();
        }
        replays(environment, paid);
    }

    private static JsonNode claim(TwoPayers office) throws IOException {
        Visit visit = Visit.booked(office);
        assertTrue(visit.eligibility(TwoPayers.FIRST).path("inforce").asBoolean());
        visit.documented();
        visit.signed();
        assertEquals("ready", visit.derive().at("/parameter/0/valueCode").asText());
        return office.one("Claim");
    }

    private static void sent(TwoPayers office, JsonNode claim) {
        FhirHttp.Answer answer = office.http().post("Claim/" + claim.get("id").asText() + "/$submit", Visit.NOTHING);
        assertEquals(200, answer.status(), answer::body);
        office.fileWith(TwoPayers.FIRST, Visit.claimNumber(answer.json()));
    }

    /** What the first payer paid; the claim to the second one may be answered by then, or not. */
    private static BigDecimal paid(TwoPayers office, JsonNode claim) {
        List<BigDecimal> payments = office
                .found("ClaimResponse?request=Claim/" + claim.get("id").asText())
                .stream()
                .filter(response -> response.has("payment"))
                .map(response -> Money.of(response.at("/payment/amount/value").decimalValue()))
                .toList();
        assertEquals(1, payments.size(), payments::toString);
        return payments.get(0);
    }

    /** What the other sends leaves no gap, so that nobody can count it. */
    private static void controlNumbersAreUnbroken(TwoPayers office) {
        List<Integer> numbers = Stream.of(TwoPayers.FIRST, TwoPayers.SECOND)
                .flatMap(payer -> office.sentTo(payer).stream())
                .map(file -> Integer.parseInt(Visit.control(file)))
                .sorted()
                .toList();
        assertTrue(numbers.size() >= 2, numbers::toString);
        assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }

    /** A payer's file that reaches the wrong practice is kept aside there, though its numbers fit a claim. */
    private static void theOthersMoneyIsNobodys(TwoPayers wrong, TwoPayers right, String answered) throws IOException {
        List<JsonNode> before = wrong.found("ClaimResponse");
        List<JsonNode> beforeRight = right.found(answered);
        String remittance = answers(right, "~ST*835*");
        FhirHttp.Answer answer = wrong.http().post("$process-x12", process(remittance));
        assertEquals(422, answer.status(), answer::body);
        assertTrue(answer.body().contains("(ISA08) is not addressed to this practice"), answer::body);
        String inside = remittance.replaceFirst("\\*linden( +)\\*", "*oak   $1*");
        assertTrue(inside.contains("*oak "), inside);
        FhirHttp.Answer group = wrong.http().post("$process-x12", process(inside));
        assertEquals(422, group.status(), group::body);
        assertTrue(group.body().contains("(GS03) is not addressed to this practice"), group::body);
        assertFalse(group.body().contains("linden"), group::body);
        assertEquals(before, wrong.found("ClaimResponse"), "nothing is applied");
        String other = remittance.replaceAll("(~TRN\\*1\\*)", "$1X");
        wrong.gets(TwoPayers.FIRST, "other.835", other);
        wrong.payersAnswer();
        assertEquals(before, wrong.found("ClaimResponse"), "nothing is applied");
        List<JsonNode> aside = wrong.todo("").stream()
                .filter(task -> task.toString().contains("is not addressed to this practice"))
                .toList();
        assertEquals(3, aside.size(), () -> wrong.todo("").toString());
        assertTrue(wrong.answers().contains(other), "it is kept");
        assertEquals(beforeRight, right.found(answered));
        FhirHttp.Answer known = right.http().post("$process-x12", process(remittance));
        assertEquals(200, known.status(), known::body);
        assertEquals("known", known.json().at("/parameter/0/valueCode").asText());
    }

    private static String process(String file) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"file\",\"valueBase64Binary\":\""
                + Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.US_ASCII)) + "\"}]}";
    }

    private static String answers(TwoPayers office, String part) {
        return office.answers().stream()
                .filter(file -> file.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static void replays(Map<String, String> environment, String claim) {
        assertEquals(0, replay(environment, claim, "--practice", "linden"));
        assertEquals(2, replay(environment, claim, "--practice", "oak"), "it is not there");
        assertEquals(2, replay(environment, claim), "nobody said whose");
        assertEquals(2, replay(environment, claim, "--practice", "nobody"));
    }

    private static int replay(Map<String, String> environment, String... arguments) {
        PrintWriter out = new PrintWriter(new StringWriter());
        String[] all = Stream.concat(Stream.of("replay"), Stream.of(arguments)).toArray(String[]::new);
        return new CommandLine(new AuditCommand(out, out, environment)).execute(all);
    }
}
