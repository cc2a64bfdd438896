package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PayerCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int run(String... arguments) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), Clock.systemUTC());
        return Commands.over(console).execute(arguments);
    }

    @Test
    void answersWhatWaits() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/x.837"), "this is no interchange");
        assertEquals(0, run("payer", folder.toString()));
        assertEquals("1 file answered", out.toString().strip());
        assertTrue(Files.exists(folder.resolve("seen/000001-x.837")));
    }

    @Test
    void namesTheLineOfAScenarioThatCanNotBeRead() throws IOException {
        Files.writeString(folder.resolve("scenario.txt"), "member=1 : pay=80\n");
        assertEquals(2, run("payer", folder.toString()));
        assertTrue(err.toString().startsWith("scenario.txt: line 1: 'pay=80'"), err::toString);
    }

    @Test
    void asksForAFolderThatIsThere() {
        assertEquals(2, run("payer", folder.resolve("nowhere").toString()));
        assertTrue(err.toString().contains("is no folder"), err::toString);
    }
}
