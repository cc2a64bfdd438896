package org.plainclaim.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.RunningServer;
import picocli.CommandLine;

final class AuditCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void verifiesADatabaseAndAnExportOfIt() throws IOException {
        RunningServer.POSTGRESQL.http().put("Patient/exported", "{\"resourceType\":\"Patient\",\"id\":\"exported\"}");
        RunningServer.POSTGRESQL.http().get("Patient/exported");
        Map<String, String> database = Map.of(
                "PLAINCLAIM_DATABASE_URL",
                RunningServer.POSTGRESQL.part(HikariDataSource.class).getJdbcUrl());

        assertEquals(0, run(database, "verify"), this::said);
        assertTrue(out.toString().contains("nothing is missing or changed"), this::said);
        assertEquals(0, run(database, "head"));
        Path heads = Files.writeString(folder.resolve("heads"), out.toString());
        assertEquals(0, run(database, "export"));
        Path export = Files.writeString(folder.resolve("export.ndjson"), out.toString());

        assertEquals(0, run(Map.of(), "verify", export.toString(), "--head", heads.toString()), this::said);
        List<String> lines = ofLongestChain(Files.readAllLines(export));
        String chain = chain(lines.get(0));
        changed(
                lines,
                "edited: chain " + chain + ", entry 2",
                list -> list.set(1, list.get(1).replaceFirst("interaction [a-z]+", "interaction delete")));
        changed(lines, "gap: chain " + chain + ", entry 2", list -> list.remove(1));
        changed(lines, "gap: chain " + chain + ", entry 2", list -> list.add(2, list.remove(1)));
        Path cut = Files.write(folder.resolve("cut.ndjson"), lines.subList(0, lines.size() - 1));
        assertEquals(1, run(Map.of(), "verify", cut.toString(), "--head", heads.toString()), this::said);
        // other tests have chains in the same database, and only the first faults are listed
        assertTrue(out.toString().contains("truncated: chain "), this::said);
    }

    private static List<String> ofLongestChain(List<String> lines) {
        Map<String, List<String>> chains = new HashMap<>();
        lines.forEach(line ->
                chains.computeIfAbsent(chain(line), any -> new ArrayList<>()).add(line));
        return chains.values().stream().max(Comparator.comparing(List::size)).orElseThrow();
    }

    private static String chain(String line) {
        return line.replaceFirst("^\\{\"chain\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void saysWhatCanNotBeLookedAt() throws IOException {
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "not JSON\n");

        assertEquals(2, run(Map.of(), "verify", nonsense.toString()));
        assertTrue(err.toString().contains("Line 1 is not a line of"), this::said);
        assertEquals(2, run(Map.of("PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:x"), "verify"));
        assertTrue(err.toString().contains("only in the memory"), this::said);
        assertEquals(2, run(Map.of("PLAINCLAIM_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("none")), "head"));
        assertTrue(err.toString().contains("can not be opened"), this::said);
    }

    @Test
    void makesAKeyOnce() throws IOException {
        String file = folder.resolve("key.pem").toString();

        assertEquals(0, run(Map.of(), "key", file));
        assertTrue(out.toString().startsWith("-----BEGIN PUBLIC KEY-----"), this::said);
        String before = Files.readString(Path.of(file));
        assertEquals(2, run(Map.of(), "key", file));
        assertEquals(before, Files.readString(Path.of(file)));
    }

    private void changed(List<String> lines, String fault, java.util.function.Consumer<List<String>> change)
            throws IOException {
        List<String> list = new ArrayList<>(lines);
        change.accept(list);
        Path file = Files.write(folder.resolve("changed.ndjson"), list);
        assertEquals(1, run(Map.of(), "verify", file.toString()), this::said);
        assertTrue(out.toString().contains(fault), this::said);
    }

    private int run(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new AuditCommand(new PrintWriter(out), new PrintWriter(err), environment))
                .execute(arguments);
    }

    private String said() {
        return out + "\n" + err;
    }
}
