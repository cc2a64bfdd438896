package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.plainclaim.server.answers.AnswerPolling;
import org.springframework.jdbc.core.JdbcTemplate;

/** A practice with a server of its own and two payers that are simulated, each in a folder of its own. */
final class TwoPayers implements AutoCloseable {
    static final String FIRST = "first";
    static final String SECOND = "second";

    private final Path folder;
    private final PlainclaimServer server;
    private final String practice;

    private TwoPayers(Path folder, PlainclaimServer server, String practice) {
        this.folder = folder;
        this.server = server;
        this.practice = practice;
    }

    /** Starts as a user does: by settings alone. */
    static TwoPayers in(Path folder, List<String> first, List<String> second) throws IOException {
        Files.write(Files.createDirectories(folder.resolve(FIRST)).resolve("scenario.txt"), first);
        Files.write(Files.createDirectories(folder.resolve(SECOND)).resolve("scenario.txt"), second);
        Path partners = Files.writeString(
                folder.resolve("partners.csv"),
                """
                id,payers,address,sender,receiver,submitter,phone,production
                first,SRHP1,simulator:first,LINDENST,FIRSTPAYER,LINDEN STREET,7175550114,no
                second,SECB2,simulator:second,LINDENST,SECONDPAYER,LINDEN STREET,7175550114,no
                """);
        return new TwoPayers(
                folder,
                PlainclaimServer.start(ServerSettings.fromEnvironment(Map.of(
                        "PLAINCLAIM_PORT", "0",
                        "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:two-payers",
                        "PLAINCLAIM_PARTNERS", partners.toString()))),
                "");
    }

    /** A practice on a server that others use too; its folder and its partners have its name. */
    static TwoPayers of(PlainclaimServer server, String practice, Path partners) {
        return new TwoPayers(partners.resolve(practice), server, practice);
    }

    /** Writes down the partners of a practice and what its payers are going to do. */
    static void settle(Path partners, String practice, List<String> first) throws IOException {
        for (String payer : List.of(FIRST, SECOND)) {
            Path folder = Files.createDirectories(partners.resolve(practice).resolve(payer));
            Files.write(folder.resolve("scenario.txt"), payer.equals(FIRST) ? first : List.of(" : allow=70 copay=10"));
        }
        Files.writeString(
                partners.resolve(practice + ".csv"),
                """
                id,payers,address,sender,receiver,submitter,phone,production
                first,SRHP1,simulator:PRACTICE/first,PRACTICE,FIRSTPAYER,PRACTICE STREET,7175550114,no
                second,SECB2,simulator:PRACTICE/second,PRACTICE,SECONDPAYER,PRACTICE STREET,7175550114,no
                """
                        .replace("PRACTICE", practice));
    }

    FhirHttp http() {
        FhirHttp http = new FhirHttp(server.baseUri());
        return practice.isEmpty() ? http : http.with("Authorization", "Bearer " + GuardedServer.of(practice));
    }

    <T> T part(Class<T> type) {
        return server.part(type);
    }

    /** Lets both payers answer what they have, and takes their answers in, as happens every half minute. */
    void payersAnswer() {
        server.part(AnswerPolling.class).run();
    }

    /** The resources that a search finds. */
    List<JsonNode> found(String search) {
        FhirHttp.Answer answer = http().get(search + (search.contains("?") ? "&" : "?") + "_count=100");
        assertEquals(200, answer.status(), answer::body);
        List<JsonNode> found = new ArrayList<>();
        answer.json().path("entry").forEach(entry -> found.add(entry.get("resource")));
        return found;
    }

    /** The only resource that a search finds. */
    JsonNode one(String search) {
        List<JsonNode> found = found(search);
        assertEquals(1, found.size(), search + " " + found);
        return found.get(0);
    }

    /** Things that somebody still has to do. */
    List<JsonNode> todo(String more) {
        return found("Task?status=ready,accepted,in-progress,on-hold" + more);
    }

    /** All files that a payer ever got, read or not yet. */
    List<String> sentTo(String payer) {
        List<String> files = new ArrayList<>();
        for (String name : List.of("seen", "out")) {
            Path inside = folder.resolve(payer).resolve(name);
            if (Files.isDirectory(inside)) {
                try (Stream<Path> listed = Files.list(inside)) {
                    listed.sorted().map(TwoPayers::text).forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    /** The files that came in from the payers of this one of several practices. */
    List<String> answers() {
        return new JdbcTemplate(server.part(DataSource.class))
                .query(
                        "select c.content from plainclaim_answer_chunk c join plainclaim_practice p on p.partition_id ="
                                + " c.partition_id where p.name = ?",
                        (row, number) -> new String(row.getBytes(1), StandardCharsets.US_ASCII),
                        practice);
    }

    /** A payer's folder has one more file for the practice. */
    void gets(String payer, String name, String file) throws IOException {
        Files.writeString(folder.resolve(payer).resolve("in").resolve(name), file, StandardCharsets.US_ASCII);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file in which a claim reaches a payer; sending happens by itself. */
    String fileWith(String payer, String claimNumber) {
        String claim = "CLM*" + claimNumber + "*";
        Awaited.until(
                claim + " at the payer " + payer, () -> sentTo(payer).stream().anyMatch(file -> file.contains(claim)));
        List<String> files =
                sentTo(payer).stream().filter(file -> file.contains(claim)).toList();
        assertEquals(1, files.size(), "sent once");
        return files.get(0);
    }

    @Override
    public void close() {
        server.close();
    }
}
