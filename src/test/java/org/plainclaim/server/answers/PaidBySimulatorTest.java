package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.ClaimState;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.simulator.FolderPayer;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.transport.TradingPartners;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.Submitter;
import org.plainclaim.x12.claim.Written;

/** Claims to the simulated payer and back through a folder; the books balance whatever the payer does. */
final class PaidBySimulatorTest {
    private static final String[] LINES = {"L1 90837 95 150.00", "L2 90785 95 20.01"};

    private static byte[] file(long control, List<Submission> claims) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Interchange envelope = new Interchange("US", "THEM", LocalDateTime.of(2026, 3, 3, 8, 0), control, false);
        Submitter submitter = new Submitter("GOOD PRACTICE", "US", "OFFICE", "5185550100", "A PAYER", "THEM");
        Written written = ClaimInterchangeWriter.write(out, envelope, submitter, claims);
        assertTrue(written.complete(), written::toString);
        return out.toByteArray();
    }

    private static TradingPartner partner(Path folder) {
        return new TradingPartner(
                "partner",
                List.of("60054"),
                URI.create("folder:" + folder),
                null,
                "US",
                "THEM",
                "PRACTICE",
                "5185550100",
                false,
                "",
                null);
    }

    private static void deliver(RunningServer server, Path folder) throws IOException {
        FolderPayer.at(folder, List.of()).answer();
        // a folder looks away from files that were just written: somebody might write on
        try (Stream<Path> answers = Files.list(folder.resolve("in"))) {
            for (Path answer : answers.toList()) {
                Files.setLastModifiedTime(answer, java.nio.file.attribute.FileTime.fromMillis(0));
            }
        }
        try (Channel channel = Channels.open(partner(folder))) {
            server.part(AnswerIntake.class).run("partner", channel);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBooksBalanceOverAllAnswers(RunningServer server, @TempDir Path folder) throws IOException {
        Practice practice = new Practice(server);
        List<Sent> sent = new ArrayList<>();
        List<Submission> claims = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Sent one = practice.sends(LINES);
            sent.add(one);
            claims.add(Practice.submission(one.number(), LINES));
        }
        List<String> scenario = List.of(
                "member=M" + sent.get(0).number() + " : deny=CO-197 remark=N20 correct=90",
                "member=M" + sent.get(1).number() + " : reject=A7:562:85",
                "member=M" + sent.get(2).number() + " : modifier=GT echo=no copay=25",
                "member=M" + sent.get(3).number() + " : split=yes coinsurance=13 allow=77",
                "member=M" + sent.get(4).number() + " : pend=yes",
                " : interest=1.11 withhold=20");
        Files.write(folder.resolve("scenario.txt"), scenario);
        Files.createDirectories(folder.resolve("out"));
        long control = Practice.nextControl() % 1_000_000_000;
        String[] numbers = sent.stream().map(Sent::number).toArray(String[]::new);
        byte[] file = file(control, claims);
        Gone.in(server, control, file, numbers);
        Files.write(folder.resolve("out/claims.837"), file);
        deliver(server, folder);

        assertEquals(ClaimState.REJECTED, Gone.state(server, sent.get(1).number()));
        assertEquals(ClaimState.ACCEPTED, Gone.state(server, sent.get(4).number()));
        assertEquals(ClaimState.ANSWERED, Gone.state(server, sent.get(5).number()));
        assertEquals(
                List.of("denied", "reversed", "paid"),
                practice.adjudications(sent.get(0)).stream()
                        .map(answer -> answer.get("disposition").asText())
                        .sorted(java.util.Comparator.comparing(List.of("denied", "reversed", "paid")::indexOf))
                        .toList());
        balanced(practice, sent, new BigDecimal("18.89").multiply(new BigDecimal("-2")));
    }

    /** Payments are what claims were paid, and what the payer kept or added beside them. */
    private static void balanced(Practice practice, List<Sent> sent, BigDecimal beside) {
        BigDecimal answers = BigDecimal.ZERO;
        List<String> responses = new ArrayList<>();
        for (Sent one : sent) {
            for (JsonNode answer : practice.adjudications(one)) {
                answers = answers.add(answer.at("/payment/amount/value").decimalValue());
                responses.add("ClaimResponse/" + answer.get("id").asText());
            }
        }
        BigDecimal payments = BigDecimal.ZERO;
        BigDecimal adjustments = BigDecimal.ZERO;
        for (JsonNode payment : practice.search("PaymentReconciliation?_sort=-_lastUpdated&_count=20")) {
            BigDecimal details = BigDecimal.ZERO;
            boolean ours = false;
            BigDecimal own = BigDecimal.ZERO;
            for (JsonNode detail : payment.get("detail")) {
                BigDecimal amount = detail.at("/amount/value").decimalValue();
                details = details.add(amount);
                ours |= responses.contains(detail.at("/response/reference").asText());
                own = detail.has("response") ? own : own.add(amount);
            }
            BigDecimal paid = payment.at("/paymentAmount/value").decimalValue();
            assertEquals(0, details.compareTo(paid), payment::toString);
            payments = ours ? payments.add(paid) : payments;
            adjustments = ours ? adjustments.add(own) : adjustments;
        }
        assertEquals(0, beside.compareTo(adjustments), adjustments::toString);
        assertEquals(0, payments.compareTo(answers.add(adjustments)), payments + " and " + answers);
    }

    @ParameterizedTest
    @EnumSource
    void thePollingAnswersForTheBuiltInPayer(RunningServer server, @TempDir Path folder) throws IOException {
        Practice practice = new Practice(server);
        Sent sent = practice.sends(LINES);
        long control = Practice.nextControl() % 1_000_000_000;
        byte[] file = file(control, List.of(Practice.submission(sent.number(), LINES)));
        String id = "partner-" + practice.payer.toLowerCase(Locale.ROOT);
        Path list = folder.resolve("partners.csv");
        Files.writeString(
                list,
                "id,payers,address,sender,receiver,submitter,phone,production\n" + id
                        + ",60054,simulator:payer,US,THEM,GOOD PRACTICE,5185550100,no\n");
        Files.createDirectories(folder.resolve("payer/out"));
        Files.write(folder.resolve("payer/out/claims.837"), file);
        try (AnswerPolling polling = new AnswerPolling(
                Partners.of(TradingPartners.read(list), server.part(Practices.class)),
                server.part(AnswerIntake.class))) {
            polling.run();
        }
        JsonNode answer = practice.adjudications(sent).get(0);
        assertEquals(136.01, answer.at("/payment/amount/value").asDouble());
        FhirHttp.Answer again = practice.posts(Files.readAllBytes(folder.resolve("payer/taken/claims.837-1.835")));
        assertEquals("known", Practice.said(again, "state"));
    }
}
