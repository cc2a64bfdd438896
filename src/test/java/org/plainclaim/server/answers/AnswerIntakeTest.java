package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.answers.Practice.bytes;
import static org.plainclaim.server.answers.Practice.said;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.submission.ClaimState;
import org.plainclaim.server.submission.ControlNumbers;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.server.submission.StatusQuestions;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.submission.Procedure;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.plainclaim.x12.remittance.ClaimPayment;

/** Crashes, several nodes, folders of partners, and acknowledgments of interchanges. */
final class AnswerIntakeTest {
    /** A node beside the running server, over its database, that tells a listener of what it posts. */
    private static AnswerIntake node(RunningServer server, int step, RemittancePosted listener) {
        Services.Tables tables = server.part(Services.Tables.class);
        return new AnswerIntake(
                new Services(
                        server.part(IHapiTransactionService.class),
                        server.part(Knowledge.class)::rules,
                        new LoggedSent(
                                server.part(SubmissionLog.class), server.part(StatusQuestions.class), Decisions.NONE),
                        new AnswerStore(server.part(FhirContext.class), server.part(DaoRegistry.class)),
                        tables,
                        new AnswerWork(
                                server.part(WorkQueue.class),
                                server.part(Owners.class),
                                server.part(FilingClock.class)),
                        new OwedAcknowledgment(server.part(ControlNumbers.class)::nextInterchange, Clock.systemUTC()),
                        List.of(listener),
                        List.of(),
                        new Addressee(server.part(Partners.class)),
                        Clock.systemUTC()),
                step);
    }

    private static ClaimPayment paid(Sent sent) {
        return claim(
                sent.number(),
                "1",
                line("L1", Procedure.of("90837", "95"), chargedAndPaid("150", "120"), adjustment("CO", "45", "30")));
    }

    private static List<Sent> send(Practice practice, int claims) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < claims; i++) {
            sent.add(practice.sends("L1 90837 95 150.00"));
        }
        return sent;
    }

    private static JsonNode reconciliation(Practice practice, Sent sent) {
        return practice.search("PaymentReconciliation?request=" + sent.claim()).stream()
                .findFirst()
                .orElseGet(() -> practice.search("PaymentReconciliation?_sort=-_lastUpdated")
                        .get(0));
    }

    private static void everyClaimIsPostedOnce(Practice practice, List<Sent> sent) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Sent one : sent) {
            List<JsonNode> answers = practice.adjudications(one);
            assertEquals(1, answers.size());
            assertEquals("1", answers.get(0).at("/meta/versionId").asText());
            sum = sum.add(answers.get(0).at("/payment/amount/value").decimalValue());
        }
        JsonNode reconciliation = reconciliation(practice, sent.get(0));
        assertEquals(sent.size(), reconciliation.get("detail").size());
        assertEquals(0, sum.compareTo(reconciliation.at("/paymentAmount/value").decimalValue()));
    }

    @ParameterizedTest
    @EnumSource
    void aCrashAtAnyClaimLosesNothingAndPostsNothingTwice(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        List<Sent> sent = send(practice, 5);
        byte[] file =
                practice.remittance(sent.stream().map(AnswerIntakeTest::paid).toList());
        AtomicInteger survived = new AtomicInteger();
        AtomicInteger limit = new AtomicInteger();
        AnswerIntake node = node(server, 2, (record, posted, payment, response) -> {
            if (survived.getAndIncrement() == limit.get()) {
                throw new IllegalStateException("the process ends here");
            }
        });
        node.receive("partner", "a", new ByteArrayInputStream(file));
        for (int crash = 0; crash < 4; crash++) {
            survived.set(0);
            limit.set(crash);
            node.applyAll();
        }
        limit.set(Integer.MAX_VALUE);
        node.applyAll();
        everyClaimIsPostedOnce(practice, sent);
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesAtOncePostEverythingOnce(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        List<Sent> sent = send(practice, 4);
        byte[] file =
                practice.remittance(sent.stream().map(AnswerIntakeTest::paid).toList());
        RemittancePosted nobody = (record, posted, payment, response) -> {};
        AnswerIntake one = node(server, 1, nobody);
        AnswerIntake other = node(server, 1, nobody);
        one.receive("partner", "a", new ByteArrayInputStream(file));
        CompletableFuture<Void> beside = CompletableFuture.runAsync(other::applyAll);
        one.applyAll();
        beside.join();
        one.applyAll();
        everyClaimIsPostedOnce(practice, sent);
    }

    @ParameterizedTest
    @EnumSource
    void takesFilesFromAFolderAndPutsBackWhatIsOwed(RunningServer server, @TempDir Path folder) throws IOException {
        Practice practice = new Practice(server);
        List<Sent> sent = send(practice, 2);
        byte[] good = practice.remittance(List.of(paid(sent.get(0))));
        byte[] bad = bytes(
                Practice.text(practice.remittance(List.of(paid(sent.get(1))))).replace("BPR*I*120*", "BPR*I*121*"));
        Files.createDirectories(folder.resolve("in"));
        Files.write(folder.resolve("in/good.835"), good);
        Files.write(folder.resolve("in/again.835"), good);
        Files.write(folder.resolve("in/bad.835"), bad);
        Files.createDirectories(folder.resolve("in/no-file.835"));
        String id = "partner-" + practice.payer.toLowerCase(java.util.Locale.ROOT);
        TradingPartner partner = new TradingPartner(
                id,
                List.of("p"),
                URI.create("simulator:" + folder),
                null,
                "US",
                "THEM",
                "PRACTICE",
                "5185550100",
                false,
                "",
                null);
        AnswerIntake node = node(server, 10, (record, posted, payment, response) -> {});
        try (Channel channel = Channels.open(partner)) {
            node.run(id, channel);
            node.run(id, channel);
        }
        assertEquals(1, practice.adjudications(sent.get(0)).size());
        assertEquals(0, practice.adjudications(sent.get(1)).size());
        try (Stream<Path> in = Files.list(folder.resolve("in"));
                Stream<Path> out = Files.list(folder.resolve("out"))) {
            assertEquals(
                    List.of("no-file.835"),
                    in.map(file -> file.getFileName().toString()).toList());
            List<Path> owed = out.toList();
            assertEquals(1, owed.size());
            assertTrue(Files.readString(owed.get(0)).contains("IK5*R*5~AK9*R*1*1*0~"));
        }
        String cause = "partner/" + id + "/file/" + AnswerFiles.digest("no-file.835");
        List<JsonNode> said = practice.search(
                "Task?identifier=" + java.net.URLEncoder.encode(cause, java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(1, said.size(), "a file that is not handed out is one thing to do, however often it is seen");
        assertEquals("1", said.get(0).at("/meta/versionId").asText());
    }

    /** A file of claims of which only the envelope and the numbers matter. */
    private static byte[] claims(long control, String first, String second) {
        String nine = String.format(java.util.Locale.ROOT, "%09d", control);
        return bytes("ISA*00*          *00*          *ZZ*US             *ZZ*THEM           *260303*0800*^*00501*" + nine
                + "*0*T*:~GS*HC*US*THEM*20260303*0800*" + control + "*X*005010X222A1~"
                + "ST*837*0001*005010X222A1~CLM*" + first + "*150~SE*3*0001~"
                + "ST*837*0002*005010X222A1~CLM*" + second + "*150~SE*3*0002~"
                + "GE*2*" + control + "~IEA*1*" + nine + "~");
    }

    private static byte[] acknowledgment(Practice practice, long control) {
        String nine = String.format(java.util.Locale.ROOT, "%09d", control);
        return bytes("ISA*00*          *00*          *ZZ*THEM           *ZZ*US             *260303*0900*^*00501*" + nine
                + "*0*T*:~GS*FA*" + practice.payer + "*US*20260303*0900*" + control + "*X*005010X231A1~"
                + "ST*999*0001*005010X231A1~AK1*HC*" + control + "*005010X222A1~AK2*837*0001*005010X222A1~IK5*A~"
                + "AK2*837*0002*005010X222A1~IK3*NM1*12**8~IK4*9**7~IK5*R*5~AK9*P*2*2*1~SE*10*0001~GE*1*" + control
                + "~IEA*1*" + nine + "~");
    }

    @ParameterizedTest
    @EnumSource
    void anAcknowledgmentRejectsTheClaimsOfItsTransactionAlone(RunningServer server) {
        Practice practice = new Practice(server);
        Sent taken = practice.sends("L1 90837 95 150.00");
        Sent refused = practice.sends("L1 90837 95 150.00");
        long control = Practice.nextControl() % 1_000_000_000;
        FhirHttp.Answer early = practice.posts(acknowledgment(practice, control));
        assertEquals("2", said(early, "waiting"), early::body);
        Gone.in(server, control, claims(control, taken.number(), refused.number()), taken.number(), refused.number());
        server.part(AnswerIntake.class).applyAll();
        assertEquals(ClaimState.REJECTED, Gone.state(server, refused.number()));
        assertEquals(ClaimState.SENT, Gone.state(server, taken.number()));
        JsonNode response = practice.read(refused.response());
        assertEquals("error", response.get("outcome").asText());
        assertTrue(response.toString().contains("IK3 8 at NM1 12"), response::toString);
        assertEquals("queued", practice.read(taken.response()).get("outcome").asText());
        assertEquals(1, practice.search("Task?focus=" + refused.response()).size());
    }
}
