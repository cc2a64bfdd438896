package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.Practices;
import org.springframework.jdbc.core.JdbcTemplate;

/** The partners of several practices: whom an interchange is from and for is never in doubt. */
final class PartnersTest {
    private static final String HEADER = "id,payers,address,sender,receiver,submitter,phone,production,answers_to\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void partner(String practice, String sender, String receiver, String answersTo) throws IOException {
        Files.writeString(
                folder.resolve(practice + ".csv"),
                HEADER + "payer,P1,folder:" + practice + "," + sender + "," + receiver + ",PRACTICE,5035551212,no,"
                        + answersTo + "\n");
    }

    private Partners read() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:partners-" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        return Partners.read(folder, practices(source));
    }

    private static Practices practices(DataSource source) {
        OwnTables.bringUpToDate(source, "practices");
        return new Practices(new JdbcTemplate(source), true);
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(IllegalStateException.class, this::read).getMessage());
    }

    @Test
    void twoPracticesWithOneSenderAndReceiverAreRefusedAtStart() throws IOException {
        partner("linden", "US0123", "ORDHS", "");
        partner("oak", "US0123", "ORDHS", "");
        ServerSettings settings = ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                "jdbc:h2:mem:same-partners",
                "PLAINCLAIM_PRACTICES",
                "several",
                "PLAINCLAIM_ISSUER",
                GuardedServer.issuer().uri(),
                "PLAINCLAIM_AUDIENCE",
                GuardedServer.AUDIENCE,
                "PLAINCLAIM_PARTNERS",
                folder.toString()));
        Throwable refused = assertThrows(RuntimeException.class, () -> {
            try (PlainclaimServer server = PlainclaimServer.start(settings)) {
                assertFalse(server.baseUri().toString().isEmpty());
            }
        });
        StringWriter said = new StringWriter();
        refused.printStackTrace(new PrintWriter(said));
        assertTrue(said.toString().contains("oak.csv: payer has sender and receiver of a partner"), said::toString);
    }

    @Test
    void capitalsMakeNoDifferenceAndOtherNamesCountToo() throws IOException {
        partner("linden", "US0123", "ORDHS", "");
        partner("oak", "us0123", "ordhs", "");
        assertTrue(refusal().contains("oak.csv: payer has sender and receiver"));
        partner("oak", "OAK", "ORDHS", "ELSE|US0123");
        assertTrue(refusal().contains("oak.csv: payer has sender and receiver"));
    }

    @Test
    void oneIdAtTwoPartnersIsTakenAndToldApartByTheSender() throws IOException {
        partner("linden", "US0123", "ORDHS", "");
        partner("oak", "US0123", "BIGHOUSE", "OAKST");
        Partners partners = read();
        assertTrue(partners.isShared("us0123"));
        assertFalse(partners.isShared("OAKST"));
        assertFalse(partners.mayBeUnwritten());
    }

    @Test
    void twiceWithinOnePracticeIsNoMatter() throws IOException {
        partner("linden", "US0123", "ORDHS", "US0123");
        assertEquals(false, read().isShared("US0123"));
    }
}
