package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.RunningServer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A long file that does not balance: neither side ever has all of it in memory. Run by hand with
 * {@code -Dplainclaim.megabytes=200} and a heap of a few hundred megabytes.
 */
final class LongFileTest {
    private static final int PIECE = 256 * 1024;

    private static long write(Path file, long bytes, String control) throws IOException {
        String nine = "%09d".formatted(Long.valueOf(control));
        String head =
                "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260316*1030*^*00501*" + nine
                        + "*0*P*:~GS*HP*PAYER*PRACTICE*20260316*1030*" + control + "*X*005010X221A1~ST*835*0001~"
                        + "BPR*I*1*C*CHK************20260316~TRN*1*T" + control + "*1999999999~DTM*405*20260316~"
                        + "N1*PR*A PAYER*XV*12345~N1*PE*A PRACTICE*XX*1245319599~LX*1~";
        long segments = 7;
        long written = head.length();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), PIECE)) {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            for (int claim = 0; written < bytes; claim++) {
                String text = "CLP*C" + claim + "*1*150*120**12*ICN" + claim + "*11*1~NM1*QC*1*DOE*JANE****MI*M" + claim
                        + "~SVC*HC:90837:95*150*120**1~DTM*472*20260302~CAS*CO*45*30~REF*6R*L1~";
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
                written += text.length();
                segments += 6;
            }
            out.write(("SE*" + (segments + 1) + "*0001~GE*1*" + control + "~IEA*1*" + nine + "~")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        return Files.size(file);
    }

    @Test
    void isKeptInPiecesAndRefused(@TempDir Path folder) throws IOException {
        RunningServer server = RunningServer.POSTGRESQL;
        Path file = folder.resolve("long.835");
        long size = write(file, Long.getLong("plainclaim.megabytes", 2) * 1024 * 1024, "" + Practice.nextControl());
        AnswerIntake intake = server.part(AnswerIntake.class);
        AnswerFiles files = server.part(Services.Tables.class).files();
        String digest;
        try (InputStream in = Files.newInputStream(file)) {
            digest = intake.receive("partner", "long.835", in);
        }
        Integer pieces = new JdbcTemplate(server.part(DataSource.class))
                .queryForObject(
                        "select count(*) from plainclaim_answer_chunk where partition_id = 0 and digest = ?",
                        Integer.class,
                        digest);
        assertEquals(Long.valueOf((size + PIECE - 1) / PIECE), Long.valueOf(String.valueOf(pieces)));
        AnswerReport report = intake.apply(files.find(digest).orElseThrow());
        assertTrue(report.nothing());
        assertEquals(1, report.refused().size(), report::text);
        assertTrue(report.refused().get(0).startsWith("835 transaction 0001: transaction"), report::text);
        assertEquals(AnswerFile.State.REFUSED, files.find(digest).orElseThrow().state());
    }
}
