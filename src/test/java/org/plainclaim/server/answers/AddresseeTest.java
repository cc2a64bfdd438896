package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.transport.TradingPartners;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom a file is for, by what its envelopes say and what the practice's partners call it. */
final class AddresseeTest {
    private static final String HEADER = "id,payers,address,sender,receiver,submitter,phone,production,answers_to\n";
    private static final Optional<String> OURS = Optional.empty();
    private static final Optional<String> NOT_OURS = Optional.of("The interchange (ISA08) is not addressed to this"
            + " practice by any id under which its trading partner knows it.");
    private static final Optional<String> GROUP = Optional.of(
            "A group (GS03) is not addressed to this practice by any id under which its trading partner knows it.");

    private final JdbcDataSource source = new JdbcDataSource();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void database() {
        source.setURL("jdbc:h2:mem:addressee-" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        OwnTables.bringUpToDate(source, "practices");
    }

    private Practices practices(boolean several) {
        return new Practices(new JdbcTemplate(source), several);
    }

    private void partners(String practice, String... lines) throws IOException {
        Files.writeString(folder.resolve(practice + ".csv"), HEADER + String.join("\n", lines) + "\n");
    }

    private static String line(String id, String sender, String receiver, String answersTo) {
        return String.join(",", id, id, "folder:" + id, sender, receiver, "PRACTICE", "5035551212", "no", answersTo);
    }

    private static FirstReading file(String... parties) throws IOException {
        StringBuilder file = new StringBuilder();
        for (String party : parties) {
            String[] ids = party.split(" ", -1);
            file.append(String.format(
                    Locale.ROOT,
                    "ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*260303*0900*^*00501*000000001*0*T*:~",
                    ids[0],
                    ids[1]));
            file.append("GS*HP*").append(ids[0]).append('*').append(ids[2]).append("*20260303*0900*1*X*005010X221A1~");
            file.append("GE*0*1~IEA*1*000000001~");
        }
        return FirstReading.of(new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void holdsEveryEnvelopeAgainstThePartner() throws IOException {
        partners("all", line("one", "US1", "THEM", "WARD|Unit2"), line("two", "US2", "OTHERS", ""));
        Practices practices = practices(false);
        Addressee addressee = new Addressee(Partners.of(TradingPartners.read(folder.resolve("all.csv")), practices));
        assertEquals(OURS, addressee.objection("one", file("THEM US1 US1")));
        assertEquals(OURS, addressee.objection("one", file("ANYBODY us1 ward", "THEM UNIT2 US1")));
        assertEquals(NOT_OURS, addressee.objection("one", file("OTHERS US2 US2")), "of the other partner");
        assertEquals(OURS, addressee.objection("", file("OTHERS US2 US2")), "from whom is not said");
        assertEquals(NOT_OURS, addressee.objection("one", file("THEM US1 US1", "THEM OAK US1")), "the second");
        assertEquals(GROUP, addressee.objection("one", file("THEM US1 OAK")));
    }

    @Test
    void withoutPartnersOnlyTheOnlyPracticeTakesFiles() throws IOException {
        assertEquals(
                OURS, new Addressee(Partners.read(null, practices(false))).objection("", file("THEM ANYBODY ANYBODY")));
        Practices several = practices(true);
        partners("linden", line("one", "US1", "THEM", ""));
        Addressee addressee = new Addressee(Partners.read(folder, several));
        several.run(several.named("oak"), () -> assertEquals(NOT_OURS, objection(addressee, "THEM US1 US1")));
        several.run(several.named("linden"), () -> assertEquals(OURS, objection(addressee, "THEM US1 US1")));
    }

    @Test
    void whereTwoPracticesHaveOneIdTheSenderTellsWhichIsMeant() throws IOException {
        Practices several = practices(true);
        partners("linden", line("one", "US1", "THEM", ""));
        partners("oak", line("two", "US1", "OTHERS", ""));
        Addressee addressee = new Addressee(Partners.read(folder, several));
        several.run(several.named("linden"), () -> {
            assertEquals(OURS, objection(addressee, "THEM US1 US1"));
            assertEquals(NOT_OURS, objection(addressee, "OTHERS US1 US1"));
        });
        several.run(several.named("oak"), () -> assertEquals(NOT_OURS, objection(addressee, "THEM US1 US1")));
    }

    private static Optional<String> objection(Addressee addressee, String parties) {
        try {
            return addressee.objection("", file(parties));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
