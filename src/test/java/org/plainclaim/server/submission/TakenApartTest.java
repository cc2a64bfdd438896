package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.submission.Submission;

/** An interchange that was written, one claim of which loses its consent before the bytes leave. */
final class TakenApartTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private final Told told = new Told();
    private final Consents consents = new Consents();

    /** Everything may be told but what consent was taken back for. */
    private static final class Consents implements LeavingCheck {
        private final Set<String> revoked = new HashSet<>();

        @Override
        public Optional<String> objection(LoggedClaim claim) {
            return revoked.contains(claim.number()) ? Optional.of("revoked") : Optional.empty();
        }

        @Override
        public Optional<String> objectionToAsking(LoggedClaim claim) {
            return objection(claim);
        }

        @Override
        public void asked(LoggedClaim claim) {
            throw new UnsupportedOperationException("nobody asks here");
        }

        @Override
        public Submission leaving(LoggedClaim claim) {
            return claim.submission();
        }

        @Override
        public void left(LoggedInterchange interchange, List<LoggedClaim> claims) {
            // what leaves is seen in the folder
        }
    }

    private Dispatcher dispatcher(Tables tables, Folders folders) {
        return new Dispatcher(tables, folders, new ListedClaims(), told).checking(consents);
    }

    @ParameterizedTest
    @EnumSource
    void theOthersLeaveInAnotherOneAndItIsHeld(LogDatabase database) throws IOException {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p");
        Path inTheWay = Files.createFile(temp.resolve("p"));
        tables.outbox().put(Claims.to("p", "A2"));
        tables.outbox().put(Claims.to("p", "A3"));
        assertEquals(0, dispatcher(tables, folders).run(), "it is written, and nobody was reached");
        Long first = tables.log().claim("A2").orElseThrow().interchange();
        Files.delete(inTheWay);
        consents.revoked.add("A3");
        dispatcher(tables, folders).run();
        dispatcher(tables, folders).run();
        assertEquals(List.of("CLM A2"), folders.lines("p", "CLM"));
        LoggedClaim left = tables.log().claim("A2").orElseThrow();
        assertEquals(ClaimState.SENT, left.state());
        assertEquals(false, left.interchange() == null || left.interchange().equals(first), "in another interchange");
        assertEquals(Hold.NOT_PERMITTED, tables.log().claim("A3").orElseThrow().hold());
        consents.revoked.clear();
        dispatcher(tables, folders).run();
        assertEquals(List.of("CLM A2", "CLM A3"), folders.lines("p", "CLM"), "with a consent it leaves by itself");
    }

    @ParameterizedTest
    @EnumSource
    void whatMayHaveLeftStaysAsItIsAndSomebodyHasToLook(LogDatabase database) {
        Tables tables = database.tables();
        Folders folders = new Folders(temp, "p");
        folders.refuse("p", true);
        tables.outbox().put(Claims.to("p", "A2"));
        tables.outbox().put(Claims.to("p", "A3"));
        dispatcher(tables, folders).run();
        folders.refuse("p", false);
        consents.revoked.add("A3");
        dispatcher(tables, folders).run();
        assertEquals(List.of(), folders.names("p"));
        assertEquals(ClaimState.BATCHED, tables.log().claim("A2").orElseThrow().state());
        assertEquals(List.of("2 undeliverable", "2 undeliverable"), told.said());
    }
}
