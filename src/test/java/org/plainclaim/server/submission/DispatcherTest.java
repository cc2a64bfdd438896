package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.submission.Form;

final class DispatcherTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private final Told told = new Told();

    private Dispatcher dispatcher(Tables tables, Folders folders) {
        return new Dispatcher(tables, folders, new ListedClaims(), told);
    }

    @ParameterizedTest
    @EnumSource
    void sendsWhatWaitsOnceAndByPartnerAndForm(LogDatabase database) {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p", "q");
        tables.outbox().put(Claims.to("p", "A2"));
        tables.outbox().put(Claims.to("p", "A3"));
        tables.outbox().put(Claims.as(Form.INSTITUTIONAL, "p", "A4"));
        tables.outbox().put(Claims.to("q", "A5"));
        assertEquals(3, dispatcher(tables, folders).run());
        assertEquals(2, folders.names("p").size(), folders.names("p").toString());
        assertEquals(List.of("CLM A2", "CLM A3", "CLM A4"), folders.lines("p", "CLM"));
        assertEquals(List.of("CLM A5"), folders.lines("q", "CLM"));
        assertEquals(0, dispatcher(tables, folders).run(), "nothing goes twice");
        LoggedClaim claim = tables.log().claim("A2").orElseThrow();
        assertEquals(ClaimState.SENT, claim.state());
        LoggedInterchange interchange = tables.log().interchangeOf(claim).orElseThrow();
        assertEquals("837P", interchange.kind());
        assertEquals(InterchangeState.SENT, interchange.state());
        assertEquals(
                interchange,
                tables.log().interchange("p", interchange.control()).orElseThrow());
        assertEquals(2, tables.log().claimsIn(interchange).size());
        assertTrue(folders.names("p").contains(interchange.name()));
    }

    @ParameterizedTest
    @EnumSource
    void sendsOneInterchangeForClaimsThatSeveralNodesSee(LogDatabase database) throws Exception {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p", "q", "r");
        List<String> expected = IntStream.range(0, 60)
                .mapToObj(i -> "A" + (100 + i))
                .peek(number -> tables.outbox().put(Claims.to("pqr".charAt(number.charAt(3) % 3) + "", number)))
                .toList();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> round = () -> dispatcher(tables, folders).run();
            int sent = 0;
            for (Future<Integer> node : nodes.invokeAll(Collections.nCopies(8, round))) {
                sent += node.get();
            }
            assertEquals(names(folders, "p", "q", "r"), sent, "no interchange is sent by two nodes");
        } finally {
            nodes.shutdown();
        }
        List<String> copies = IntStream.range(0, 3)
                .mapToObj(i -> "pqr".charAt(i) + "")
                .flatMap(partner -> folders.lines(partner, "CLM").stream())
                .map(line -> line.substring(4))
                .sorted()
                .toList();
        assertEquals(expected, copies);
    }

    private static int names(Folders folders, String... partners) {
        int names = 0;
        for (String partner : partners) {
            names += folders.names(partner).size();
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void triesAPartnerAgainThatCouldNotBeReached(LogDatabase database) throws IOException {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p", "q");
        Path inTheWay = Files.createFile(temp.resolve("p"));
        tables.outbox().put(Claims.to("p", "A2"));
        tables.outbox().put(Claims.to("q", "A3"));
        assertEquals(1, dispatcher(tables, folders).run(), "the other partner gets its own");
        assertEquals(ClaimState.BATCHED, tables.log().claim("A2").orElseThrow().state());
        Files.delete(inTheWay);
        assertEquals(1, dispatcher(tables, folders).run());
        assertEquals(List.of("CLM A2"), folders.lines("p", "CLM"));
        assertEquals(ClaimState.SENT, tables.log().claim("A2").orElseThrow().state());
    }

    @ParameterizedTest
    @EnumSource
    void saysOnceThatAPartnerRefusesAFileAndSendsItOnceItTakesIt(LogDatabase database) {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p", "q");
        folders.refuse("p", true);
        tables.outbox().put(Claims.to("p", "A2"));
        tables.outbox().put(Claims.to("q", "A3"));
        Dispatcher dispatcher = dispatcher(tables, folders);
        assertEquals(1, dispatcher.run(), "the other partner gets its own");
        assertEquals(0, dispatcher.run());
        assertEquals(List.of("1 undeliverable"), told.said());
        assertEquals(ClaimState.BATCHED, tables.log().claim("A2").orElseThrow().state());
        folders.refuse("p", false);
        assertEquals(1, dispatcher(tables, folders).run(), "after a start of the server");
        assertEquals(List.of("CLM A2"), folders.lines("p", "CLM"));
        assertEquals(ClaimState.SENT, tables.log().claim("A2").orElseThrow().state());
    }

    @ParameterizedTest
    @EnumSource
    void keepsToTheBytesThatAreWritten(LogDatabase database) throws IOException {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p");
        Path inTheWay = Files.createFile(temp.resolve("p"));
        tables.outbox().put(Claims.to("p", "A2"));
        dispatcher(tables, folders).run();
        Files.delete(inTheWay);
        tables.outbox().put(Claims.to("p", "A3"));
        dispatcher(tables, folders).run();
        assertEquals(2, folders.names("p").size(), "a later claim does not come into an interchange that is written");
        assertEquals(List.of("CLM A2", "CLM A3"), folders.lines("p", "CLM"));
    }

    @ParameterizedTest
    @EnumSource
    void holdsAClaimThatCanNotBeWrittenAndSendsTheOthers(LogDatabase database) {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p");
        tables.outbox().put(Claims.to("p", "A2"));
        tables.outbox().put(Claims.unwritable("p", "A3"));
        tables.outbox().put(Claims.to("p", "A4"));
        assertEquals(1, dispatcher(tables, folders).run());
        assertEquals(List.of("CLM A2", "CLM A4"), folders.lines("p", "CLM"));
        assertEquals(Hold.UNWRITABLE, tables.log().claim("A3").orElseThrow().hold());
        assertEquals(List.of("A3 UNWRITABLE loop 2010BA, NM103: has a delimiter in it"), told.said());
        assertEquals(0, dispatcher(tables, folders).run());
    }

    @ParameterizedTest
    @EnumSource
    void letsAClaimGoOnceItsPayerHasAPartner(LogDatabase database) {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "q");
        tables.outbox().put(Claims.to("p", "A2"));
        assertEquals(0, dispatcher(tables, folders).run());
        LoggedClaim held = tables.log().claim("A2").orElseThrow();
        assertEquals(ClaimState.HELD, held.state());
        assertEquals(Hold.NO_PARTNER, held.hold());
        folders.add("p");
        assertEquals(1, dispatcher(tables, folders).run());
        assertEquals(List.of("CLM A2"), folders.lines("p", "CLM"));
        assertEquals(List.of("A2 NO_PARTNER ", "A2 released"), told.said());
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTakeBackWhatAnAnswerSaid(LogDatabase database) throws IOException {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p");
        Path inTheWay = Files.createFile(temp.resolve("p"));
        tables.outbox().put(Claims.to("p", "A2"));
        dispatcher(tables, folders).run();
        tables.log().move("A2", ClaimState.ACCEPTED);
        Files.delete(inTheWay);
        assertEquals(1, dispatcher(tables, folders).run());
        assertEquals(ClaimState.ACCEPTED, tables.log().claim("A2").orElseThrow().state());
    }
}
