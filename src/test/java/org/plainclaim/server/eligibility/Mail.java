package org.plainclaim.server.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.AnswerPolling;
import org.plainclaim.x12.eligibility.Answers;

/** The folder of a trading partner: what it was asked, and what it answers. */
record Mail(RunningServer server, Path folder) {
    static Mail of(RunningServer server) {
        return new Mail(server, server.partnerFolder());
    }

    /** Our number of the one question of a response. */
    String trace(RunningServer asked, JsonNode response) {
        return asked.part(Questions.class)
                .ofRequest(response.get("id").asText().substring("for-".length()))
                .get(0)
                .trace();
    }

    /** How many questions about a member the partner got. */
    long questions(List<String> member) {
        String number = member.get(0).replaceAll(".*\\*MI\\*", "");
        try (Stream<Path> files = Files.list(Files.createDirectories(folder.resolve("out")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("270-"))
                    .filter(file -> text(file).contains("*MI*" + number.toUpperCase(java.util.Locale.ROOT)))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a question by a file, which the server takes over. */
    void answer(String trace, List<String> member, String... benefits) throws IOException {
        String file = Answers.file(Intake.today().toString().replace("-", ""), member, List.of(benefits))
                .replace("TRN*2*T1*", "TRN*2*" + trace + "*");
        put(file.getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte[] file) throws IOException {
        Path made = folder.resolve("271-" + UUID.randomUUID());
        Files.write(made, file);
        // a folder looks away from files that were just written: somebody might write on
        Files.setLastModifiedTime(made, FileTime.fromMillis(0));
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.move(made, in.resolve(made.getFileName() + ".x12"), StandardCopyOption.ATOMIC_MOVE);
        server.part(AnswerPolling.class).run();
    }
}
