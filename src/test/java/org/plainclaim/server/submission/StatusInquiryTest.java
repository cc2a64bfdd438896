package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.inquiry.StatusInquiries;
import org.plainclaim.simulator.FolderPayer;
import org.plainclaim.x12.status.InquiryReader;
import org.plainclaim.x12.status.StatusInquiry;
import org.springframework.jdbc.core.JdbcTemplate;

/** A claim that nobody answers is asked about, once in so many days; what comes back is applied to it. */
final class StatusInquiryTest {
    /** A claim at the partner, and what happens to it there. */
    private record Waiting(RunningServer server, Desk desk, JsonNode response, String number, String file) {
        static Waiting at(RunningServer server) {
            Desk desk = new Desk(server);
            JsonNode response = desk.taken(desk.derived("psychotherapy-office"));
            String number = Desk.number(response);
            return new Waiting(server, desk, response, number, desk.file(number));
        }

        private JdbcTemplate sql() {
            return new JdbcTemplate(server.part(DataSource.class));
        }

        void sentDaysAgo(int days) {
            sql().update(
                            "update plainclaim_interchange set sent_at = ? where id ="
                                    + " (select interchange from plainclaim_submission where claim_number = ?)",
                            Instant.now().minus(Duration.ofDays(days)).toEpochMilli(),
                            number);
        }

        void askedDaysAgo(int days) {
            sql().update(
                            "update plainclaim_submission set asked_at = ? where claim_number = ?",
                            Instant.now().minus(Duration.ofDays(days)).toEpochMilli(),
                            number);
        }

        /** Two nodes have their round at the same time. */
        void rounds() {
            StatusInquiries inquiries = server.part(StatusInquiries.class);
            CompletableFuture<Void> other = CompletableFuture.runAsync(inquiries::run);
            inquiries.run();
            other.join();
            server.part(Dispatcher.class).run();
        }

        /** The files with a question about the claim that the partner has; those that are on their way get there. */
        List<String> questions() {
            long written = sql().queryForObject(
                            "select count(*) from plainclaim_inquiry where claim_number = ?", Long.class, number);
            Awaited.until("all questions at the partner", () -> found().size() >= written);
            return found();
        }

        private List<String> found() {
            try (Stream<Path> files = Files.list(server.partnerFolder().resolve("out"))) {
                return files.filter(path -> path.getFileName().toString().startsWith("276-"))
                        .map(Desk::text)
                        .filter(text -> text.contains("REF*EJ*" + number + "~"))
                        .toList();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        Answer posts(Path file) throws IOException {
            return posts(Files.readAllBytes(file));
        }

        Answer posts(byte[] file) {
            Answer posted = desk.http()
                    .post(
                            "$process-x12",
                            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"partner\",\"valueString\":"
                                    + "\"clearinghouse\"},{\"name\":\"file\",\"valueBase64Binary\":\""
                                    + Base64.getEncoder().encodeToString(file) + "\"}]}");
            assertEquals(200, posted.status(), posted::body);
            return posted;
        }

        JsonNode answer() {
            return desk.http()
                    .get("ClaimResponse/" + response.get("id").asText())
                    .json();
        }

        List<String> todo() {
            List<String> reasons = new ArrayList<>();
            for (String focus : List.of(
                    response.at("/request/reference").asText(),
                    "ClaimResponse/" + response.get("id").asText())) {
                desk.http()
                        .get("Task?status=ready&focus=" + focus)
                        .json()
                        .path("entry")
                        .forEach(entry -> reasons.add(
                                entry.at("/resource/reasonCode/coding/0/code").asText()));
            }
            return reasons;
        }

        ClaimState state() {
            return desk.log().claim(number).orElseThrow().state();
        }
    }

    /** What a payer that got these files answers to the last one. */
    private static Path answered(Path folder, String... files) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        for (int i = 0; i < files.length; i++) {
            Files.writeString(out.resolve(i + ".x12"), files[i], StandardCharsets.US_ASCII);
        }
        FolderPayer.at(folder, List.of()).answer();
        return folder.resolve("in/" + (files.length - 1) + ".x12.277");
    }

    @ParameterizedTest
    @EnumSource
    void asksOnceAboutAClaimWithoutAnAnswerAndAppliesWhatComesBack(RunningServer server, @TempDir Path folder)
            throws IOException {
        Waiting claim = Waiting.at(server);
        claim.sentDaysAgo(29);
        claim.rounds();
        assertEquals(List.of(), claim.questions(), "it is not time yet");
        claim.sentDaysAgo(31);
        claim.rounds();
        claim.rounds();
        List<String> asked = claim.questions();
        assertEquals(1, asked.size(), asked::toString);
        StatusInquiry question = read(asked.get(0), claim.number());
        assertEquals("SRHP1", question.context().payer().id());
        assertEquals("LINDENST", question.context().receiver().id());
        assertEquals("190.00", String.valueOf(question.charge()));

        Files.createDirectories(folder);
        Files.writeString(folder.resolve("scenario.txt"), " : pend=yes\n");
        Path pending = answered(folder, claim.file(), asked.get(0));
        assertTrue(said(claim.posts(pending), "applied").equals("1"));
        assertTrue(
                claim.answer().path("identifier").toString().contains(Desk.number(claim.response)),
                "our number of the claim stays");
        assertEquals("pending", claim.answer().get("disposition").asText());
        assertEquals("queued", claim.answer().get("outcome").asText());
        assertEquals(ClaimState.ACCEPTED, claim.state());
        assertTrue(claim.desk()
                .log()
                .claim(claim.number())
                .orElseThrow()
                .payerNumber()
                .startsWith("SIM"));

        claim.askedDaysAgo(31);
        claim.rounds();
        assertEquals(2, claim.questions().size(), "it still has no decision");
        assertEquals(List.of(), claim.todo(), "the first question was answered");
        String number = claim.desk().log().claim(claim.number()).orElseThrow().payerNumber();
        assertTrue(
                claim.questions().stream().anyMatch(file -> file.contains("REF*1K*" + number + "~REF*EJ*")),
                () -> "the payer's number is said once it is known");
    }

    private static StatusInquiry read(String file, String number) throws IOException {
        List<StatusInquiry> questions = new ArrayList<>();
        assertEquals(
                List.of(),
                InquiryReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)), questions::add));
        return questions.stream()
                .filter(one -> one.references().stream()
                        .anyMatch(reference -> reference.value().equals(number)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aClaimThatThePayerDoesNotKnowIsSomethingToDo(RunningServer server, @TempDir Path folder) throws IOException {
        Waiting claim = Waiting.at(server);
        claim.sentDaysAgo(31);
        claim.rounds();
        // the payer never got the claim, only the question
        byte[] answer = Files.readAllBytes(answered(folder, claim.questions().get(0)));
        String text = new String(answer, StandardCharsets.US_ASCII);
        assertTrue(text.contains("STC*A4:35"), text);
        claim.posts(answer);
        assertEquals(List.of("status-not-found"), claim.todo());
        assertEquals("error", claim.answer().get("outcome").asText());
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionThatIsNotAnsweredIsSomethingToDoUntilAnAnswerComes(RunningServer server, @TempDir Path folder)
            throws IOException {
        Waiting claim = Waiting.at(server);
        claim.sentDaysAgo(62);
        claim.rounds();
        assertEquals(List.of(), claim.todo());
        claim.askedDaysAgo(31);
        claim.rounds();
        List<String> asked = claim.questions();
        assertEquals(2, asked.size());
        assertEquals(List.of("no-answer"), claim.todo());
        claim.posts(answered(folder, claim.file(), asked.get(1)));
        assertEquals(List.of(), claim.todo(), "settled");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToAQuestionThatNobodyAskedIsKeptAsSomethingToDo(RunningServer server, @TempDir Path folder)
            throws IOException {
        Waiting claim = Waiting.at(server);
        claim.sentDaysAgo(31);
        claim.rounds();
        Path answer = answered(folder, claim.questions().get(0));
        String strange = Files.readString(answer).replaceAll("TRN\\*2\\*Q[^~]*~", "TRN*2*ASKEDBYOTHERS~");
        Answer posted = claim.posts(strange.getBytes(StandardCharsets.US_ASCII));
        assertEquals("0", said(posted, "applied"), posted::body);
        assertTrue(!said(posted, "waiting").equals("0"), posted::body);
        assertEquals(ClaimState.SENT, claim.state());
    }

    private static String said(Answer answer, String name) {
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.path("valueInteger").asText();
            }
        }
        return "";
    }
}
