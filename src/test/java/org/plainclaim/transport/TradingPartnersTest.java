package org.plainclaim.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TradingPartnersTest {
    private static final String HEADER =
            "id,payers,address,sender,receiver,submitter,phone,production,real_time,user,secret,known_hosts,journal\n";
    private static final String FOLDER =
            "medicaid,medicaid-oregon,folder:medicaid,US,THEM,A PRACTICE,5035551212,no,,,,,\n";

    @TempDir
    private Path folder = Path.of("");

    private TradingPartners read(String text) throws IOException {
        return TradingPartners.read(Files.writeString(folder.resolve("partners.csv"), text));
    }

    private List<String> faults(String text) {
        return assertThrows(PartnersFileException.class, () -> read(text)).faults();
    }

    @Test
    void readsPartnersOfEachKind() throws IOException {
        Files.writeString(folder.resolve("password"), "secret");
        Files.writeString(folder.resolve("known_hosts"), "host key");
        TradingPartners partners = read("# our partners\n" + HEADER + FOLDER
                + "clearinghouse,aetna|cigna,sftp://sftp.example.org:2022/home,US-1,CH.1,\"A PRACTICE,"
                + " INC\",5035551212,yes,https://rt.example.org/x12,joe,password,known_hosts,\n"
                + "direct,medicare,https://payer.example.org/x12,US,MEDICARE,A PRACTICE,5035551212,yes,,,password,,\n"
                + "test,try-out,simulator:sim payer,US,SIM,A PRACTICE,5035551212,no,http://localhost:8080/rt,,,,\n"
                        .replace("sim payer", "sim%20payer"));
        assertEquals(4, partners.all().size());
        TradingPartner sftp = partners.partnerFor("cigna").orElseThrow();
        assertEquals("clearinghouse", sftp.id());
        assertEquals(folder.resolve("password"), sftp.secret());
        assertEquals(folder.resolve("known_hosts"), sftp.knownHosts());
        assertEquals(folder.resolve("journal/clearinghouse"), sftp.journal());
        assertEquals("A PRACTICE, INC", sftp.submitter());
        assertTrue(sftp.production());
        assertEquals(
                folder.resolve("medicaid"),
                Channels.folder(partners.partner("medicaid").orElseThrow()));
        assertEquals(
                folder.resolve("sim payer"),
                Channels.folder(partners.partner("test").orElseThrow()));
        assertEquals(Optional.empty(), partners.partnerFor("nobody"));
        assertEquals(Optional.empty(), TradingPartners.none().partnerFor("aetna"));
    }

    @Test
    void opensTheFolderOfAPartner() throws IOException {
        TradingPartner partner = read(HEADER + FOLDER).all().get(0);
        try (Channel channel = Channels.open(partner)) {
            channel.put("a.x12", Interchanges.of(100, 1));
        }
        assertTrue(Files.exists(folder.resolve("medicaid/out/a.x12")));
    }

    private void assertFault(String expected, String text) {
        List<String> faults = faults(text);
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(expected)), expected + " is not in " + faults);
    }

    private void assertFault(String column, String from, String to) {
        String text = HEADER + FOLDER;
        assertTrue(text.contains(from), from);
        assertFault("partners.csv:2: " + column + ": ", text.replace(from, to));
    }

    @Test
    void saysWhereEachFaultIs() {
        assertFault("id", "\nmedicaid,", "\nMedi Caid,");
        assertFault("id", "\nmedicaid,", "\n,");
        assertFault("payers", "medicaid-oregon", "");
        assertFault("payers", "medicaid-oregon", "a||b");
        assertFault("payers", "medicaid-oregon", "a|a");
        assertFault("address", "folder:medicaid", "ftp://x/y");
        assertFault("address", "folder:medicaid", "folder:");
        assertFault("address", "folder:medicaid", "");
        assertFault("address", "folder:medicaid", "folder: a b");
        assertFault("address", "folder:medicaid", "http://payer.example.org/");
        assertFault("address", "folder:medicaid", "sftp://joe:pw@host/");
        assertFault("address", "folder:medicaid", "https:///x");
        assertFault("sender", ",US,", ",1234567890123456,");
        assertFault("sender", ",US,", ",A*B,");
        assertFault("receiver", ",THEM,", ",T,");
        assertFault("submitter", "A PRACTICE", "");
        assertFault("submitter", "A PRACTICE", "A~PRACTICE");
        assertFault("phone", "5035551212", "503-555-1212");
        assertFault("production", ",no,", ",false,");
        assertFault("real_time", ",no,,", ",no,http://rt.example.org,");
        assertFault("real_time", ",no,,", ",no,ftp://rt.example.org,");
        assertFault("user", ",no,,,", ",no,,joe,");
        assertFault("secret", ",no,,,,", ",no,,,absent,");
        assertFault("user", "folder:medicaid", "sftp://host/x");
        assertFault("secret", "folder:medicaid", "sftp://host/x");
        assertFault("known_hosts", "folder:medicaid", "sftp://host/x");
        assertFault("row", ",no,,,,,", ",no,,,,");
    }

    @Test
    void refusesColumnsThatItDoesNotKnow() {
        assertFault("partners.csv:1: password: is no column", HEADER.strip() + ",password\n");
        assertFault("partners.csv:1: phone: is missing", HEADER.replace(",phone", "") + "\n");
        assertFault("partners.csv:1: header: ", "id," + HEADER);
        assertFault("partners.csv:1: id: the file is empty", "");
    }

    @Test
    void refusesWhatIsThereTwice() {
        List<String> faults = faults(HEADER + FOLDER + FOLDER);
        assertEquals(
                List.of(
                        "partners.csv:3: id: is the id of line 2 too; an id names one partner",
                        "partners.csv:3: payers: names a payer of line 2 too; a payer is reached one way",
                        "partners.csv:3: address: is that of line 2 too; its files would be read twice"),
                faults);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        List<String> faults =
                faults(HEADER + FOLDER.replace("503", "x").replace(",no", ",maybe") + FOLDER.replace("US", "U"));
        assertEquals(3, faults.size(), faults.toString());
        assertTrue(faults.get(2).startsWith("partners.csv:3: sender"), faults.toString());
    }

    @Test
    void saysThatTheFileCanNotBeRead() {
        Path absent = folder.resolve("absent.csv");
        assertEquals(
                List.of("absent.csv:1: file: can not be read as CSV in UTF-8: NoSuchFileException"),
                assertThrows(PartnersFileException.class, () -> TradingPartners.read(absent))
                        .faults());
    }
}
