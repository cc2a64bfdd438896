package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.plainclaim.server.answers.Practice.bytes;
import static org.plainclaim.server.answers.Practice.text;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.ServicePayment;

/** Whatever of an answer finds no place is something to do for somebody, and for one of the known roles. */
final class NothingWithoutOwnerTest {
    private static final List<String> ROLES = List.of("clinician", "coder", "biller", "front-desk");

    private static ServicePayment paid(String control, String code) {
        return line(control, Procedure.of(code), chargedAndPaid("150", "120"), adjustment("CO", "45", "30"));
    }

    private static ProviderAdjustment beside(String reason, String reference, String amount) {
        return new ProviderAdjustment(
                "1245319599", LocalDate.of(2026, 12, 31), reason, reference, new BigDecimal(amount));
    }

    /** What is open about something, with the role whose work it is. */
    private static Map<String, String> open(Practice practice, String search) {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode task : practice.search("Task?status=ready&" + search)) {
            String owner = task.at("/performerType/0/coding/0/code").asText();
            assertFalse(!ROLES.contains(owner), task::toString);
            assertFalse(task.at("/reasonCode/text").asText().isEmpty(), task::toString);
            assertFalse(task.path("description").asText().isEmpty(), task::toString);
            found.put(task.at("/reasonCode/coding/0/code").asText(), owner);
        }
        return found;
    }

    private static String about(String key) {
        return "identifier=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** The latest one. */
    private static String reconciliation(Practice practice) {
        return "PaymentReconciliation/"
                + practice.search("PaymentReconciliation?_sort=-_lastUpdated")
                        .get(0)
                        .get("id")
                        .asText();
    }

    @ParameterizedTest
    @EnumSource
    void moneyBesideTheClaimsThatNobodyExplainsIsWork(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 150.00");
        List<ClaimPayment> claims = List.of(claim(sent.number(), "1", paid("L1", "90837")));
        practice.posts(practice.remittance(claims, beside("L6", "", "-1.25"), beside("WO", sent.number(), "5")));
        assertEquals(
                Map.of(),
                open(practice, "focus=" + reconciliation(practice)),
                "interest, and money that is about a claim of ours, explain themselves");

        Sent other = practice.sends("L1 90837 150.00");
        List<ClaimPayment> more = List.of(claim(other.number(), "1", paid("L1", "90837")));
        practice.posts(practice.remittance(more, beside("WO", "NOBODYS", "20")));
        String focus = "focus=" + reconciliation(practice);
        assertEquals(Map.of("provider-adjustment", "biller"), open(practice, focus));
        JsonNode task = practice.search("Task?status=ready&" + focus).get(0);
        assertEquals(20, task.at("/input/0/valueMoney/value").asDouble(), task::toString);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotMatchedOrNotReadIsWork(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 150.00");
        byte[] file = practice.remittance(List.of(
                claim(sent.number(), "1", paid("L1", "90837"), paid("", "99213")),
                claim(Practice.laterNumber(), "1", paid("L1", "90837"))));
        practice.posts(file);
        assertEquals(Map.of("unmatched-payment", "biller"), open(practice, "focus=" + reconciliation(practice)));
        List<String> lines = new ArrayList<>();
        practice.adjudications(sent)
                .forEach(answer -> lines.addAll(
                        open(practice, "focus=ClaimResponse/" + answer.get("id").asText())
                                .keySet()));
        assertEquals(List.of("unmatched-payment-line"), lines);

        byte[] broken = bytes(text(practice.remittance(List.of())).replaceFirst("SE\\*\\d+\\*", "SE*99*"));
        practice.posts(broken);
        assertEquals(
                Map.of("file-refused", "biller"), open(practice, about("file/" + digest(broken))), "a parked file");
    }

    private static String digest(byte[] file) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(file));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
