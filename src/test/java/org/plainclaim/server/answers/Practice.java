package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.remittance.Balance;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.Party;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.Remittance;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceWriter;

/** A practice on a running server whose claims have left, and the payer that answers it. */
final class Practice {
    private static final AtomicLong NEXT = new AtomicLong(new Random().nextInt(1_000_000) * 100L);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final RunningServer server;
    private final FhirHttp http;
    private final String patient;
    private final String organization;
    private final String coverage;
    final String payer = "PAYER" + NEXT.incrementAndGet();

    Practice(RunningServer server) {
        this.server = server;
        this.http = server.http();
        this.patient = create("Patient", "{\"resourceType\":\"Patient\"}");
        this.organization = create("Organization", "{\"resourceType\":\"Organization\",\"name\":\"A payer\"}");
        this.coverage = create(
                "Coverage",
                "{\"resourceType\":\"Coverage\",\"status\":\"active\",\"beneficiary\":{\"reference\":\"" + patient
                        + "\"},\"payor\":[{\"reference\":\"" + organization + "\"}]}");
    }

    private String create(String type, String json) {
        FhirHttp.Answer answer = http.post(type, json);
        assertEquals(201, answer.status(), answer::body);
        return type + "/" + answer.json().get("id").asText();
    }

    /** A claim that has left: its number (CLM01), its reference and that of the answer that the submission got. */
    record Sent(String number, String claim, String response) {}

    /** Sends a claim with lines such as {@code L1 90837 95 150.00}. */
    Sent sends(String... lines) {
        return logs("N" + NEXT.incrementAndGet(), lines);
    }

    /** Sends a claim to a payer with a rule book, such as {@code medicare}. */
    Sent sendsTo(String book, String... lines) {
        String number = laterNumber();
        Submission usual = submission(number, lines);
        Cover cover = usual.cover();
        Cover to = new Cover(
                1,
                new Payer(cover.payer().id(), cover.payer().name(), book),
                cover.filing(),
                Cover.SELF,
                cover.memberId(),
                "",
                "",
                cover.subscriber(),
                null,
                null);
        return logs(new Submission(
                usual.heading(),
                usual.stay(),
                usual.providers(),
                usual.patient(),
                to,
                List.of(),
                usual.diagnoses(),
                usual.lines()));
    }

    /** The number of a claim that will be known later. */
    static String laterNumber() {
        return "N" + NEXT.incrementAndGet();
    }

    Sent logs(String number, String... lines) {
        return logs(submission(number, lines));
    }

    Sent logs(Submission submission) {
        String claim = create("Claim", claimJson());
        String response = create(
                "ClaimResponse",
                "{\"resourceType\":\"ClaimResponse\",\"status\":\"active\",\"type\":{\"coding\":[{\"system\":"
                        + "\"http://terminology.hl7.org/CodeSystem/claim-type\",\"code\":\"professional\"}]},"
                        + "\"use\":\"claim\",\"patient\":{\"reference\":\"" + patient
                        + "\"},\"created\":\"2026-03-02\",\"insurer\":{\"reference\":\"" + organization
                        + "\"},\"outcome\":\"queued\",\"request\":{\"reference\":\"" + claim + "\"}}");
        Gone.to(server, submission, claim, response, patient);
        return new Sent(submission.heading().id(), claim, response);
    }

    private String claimJson() {
        return "{\"resourceType\":\"Claim\",\"status\":\"active\",\"type\":{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/claim-type\",\"code\":\"professional\"}]},"
                + "\"use\":\"claim\",\"patient\":{\"reference\":\"" + patient
                + "\"},\"created\":\"2026-03-02\",\"insurer\":{\"reference\":\"" + organization
                + "\"},\"provider\":{\"reference\":\"" + organization
                + "\"},\"priority\":{\"coding\":[{\"code\":\"normal\"}]},"
                + "\"insurance\":[{\"sequence\":1,\"focal\":true,\"coverage\":{\"reference\":\"" + coverage + "\"}}]}";
    }

    /** What is sent. */
    static Submission submission(String number, String... lines) {
        List<Line> all = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            String[] modifiers = List.of(words).subList(2, words.length - 1).toArray(String[]::new);
            all.add(new Line(
                    words[0],
                    Procedure.of(words[1], modifiers),
                    "",
                    "",
                    Money.of(words[words.length - 1]),
                    BigDecimal.ONE,
                    "11",
                    DAY,
                    DAY,
                    List.of(1),
                    null,
                    "",
                    false,
                    List.of()));
        }
        Address home = new Address("7 ELM ST", "", "ALBANY", "NY", "12207");
        Person person = new Person("DOE", "JANE", "", "", DAY.minusYears(30), "F", home);
        Heading heading = new Heading(
                number, Form.PROFESSIONAL, Frequency.ORIGINAL, "", "11", null, "", "", "", Signatures.ON_FILE, "");
        Cover cover = new Cover(
                1, new Payer("60054", "A PAYER", ""), "CI", Cover.SELF, "M" + number, "", "", person, null, null);
        Address office = new Address("100 MAIN ST", "", "ALBANY", "NY", "122070001");
        Provider billing = new Provider(
                Provider.Kind.ORGANIZATION,
                "GOOD PRACTICE",
                "",
                "1245319599",
                "251S00000X",
                "123456789",
                "5185550100",
                office);
        Provider clinician = Provider.clinician("ROE", "RICHARD", "1003000126", "103TC0700X");
        return new Submission(
                heading,
                Stay.NONE,
                Map.of(Role.BILLING, billing, Role.RENDERING, clinician),
                person,
                cover,
                List.of(),
                List.of("F41.1"),
                all);
    }

    /** The bytes of a remittance of this practice's payer, under a trace number of its own. */
    byte[] remittance(List<ClaimPayment> claims, ProviderAdjustment... adjustments) {
        return remittance("T" + NEXT.incrementAndGet(), NEXT.incrementAndGet(), claims, adjustments);
    }

    byte[] remittance(String trace, long control, List<ClaimPayment> claims, ProviderAdjustment... adjustments) {
        BigDecimal paid = claims.stream().map(ClaimPayment::paid).reduce(Money.ZERO, BigDecimal::add);
        BigDecimal amount = Balance.expected(paid, List.of(adjustments));
        Payment payment =
                new Payment("I", amount, amount.signum() == 0 ? "NON" : "CHK", DAY.plusDays(14), trace, "1999999999");
        RemittanceHeader header = new RemittanceHeader(
                payment,
                new Party("A PAYER", "XV", payer, List.of("1 MAIN ST", "ALBANY", "NY", "12207"), List.of()),
                new Party("A PRACTICE", "XX", "1245319599", List.of(), List.of()),
                DAY.plusDays(14),
                List.of(),
                new Controls("", "", "", ""));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RemittanceWriter.write(
                file,
                interchange(control),
                List.of(new Remittance(header, "8005551212", claims, List.of(adjustments))));
        return file.toByteArray();
    }

    Interchange interchange(long control) {
        return new Interchange(payer, "PRACTICE", LocalDateTime.of(2026, 3, 16, 10, 30), control % 1_000_000_000, true);
    }

    static long nextControl() {
        return NEXT.incrementAndGet();
    }

    /** Sends a file to the operation. */
    FhirHttp.Answer posts(byte[] file) {
        return http.post(
                "$process-x12",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"partner\",\"valueString\":\"partner\"},"
                        + "{\"name\":\"file\",\"valueBase64Binary\":\""
                        + Base64.getEncoder().encodeToString(file) + "\"}]}");
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The resources of a type that fit a search. */
    List<JsonNode> search(String query) {
        FhirHttp.Answer answer = http.get(query + (query.contains("?") ? "&" : "?") + "_count=200");
        assertEquals(200, answer.status(), answer::body);
        List<JsonNode> found = new ArrayList<>();
        answer.json().path("entry").forEach(entry -> found.add(entry.get("resource")));
        return found;
    }

    JsonNode read(String reference) {
        FhirHttp.Answer answer = http.get(reference);
        assertTrue(answer.status() == 200, answer::body);
        return answer.json();
    }

    FhirHttp http() {
        return http;
    }

    RunningServer server() {
        return server;
    }

    /** The answers of remittances to a claim. */
    List<JsonNode> adjudications(Sent sent) {
        return search("ClaimResponse?request=" + sent.claim()).stream()
                .filter(response -> response.has("payment"))
                .toList();
    }

    /** The value of an output parameter. */
    static String said(FhirHttp.Answer answer, String name) {
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.has("valueCode")
                        ? parameter.get("valueCode").asText()
                        : parameter.has("valueInteger")
                                ? parameter.get("valueInteger").asText()
                                : parameter.path("valueString").asText();
            }
        }
        return "";
    }
}
