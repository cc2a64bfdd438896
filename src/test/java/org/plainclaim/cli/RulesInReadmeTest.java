package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says that {@code rules} prints, it prints. */
final class RulesInReadmeTest {
    private static final String PROMPT = "$ plainclaim ";

    @Test
    void printsWhatTheReadmeShows() throws IOException {
        List<List<String>> examples = examples();
        assertEquals(3, examples.size());
        for (List<String> example : examples) {
            String printed = printed(example.get(0).substring(PROMPT.length()));
            assertTrue(expected(example).matcher(printed).matches(), () -> example + "\nis not\n" + printed);
        }
    }

    /** Each prompt with the lines under it. */
    private static List<List<String>> examples() throws IOException {
        List<List<String>> examples = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith(PROMPT)) {
                inside = true;
                examples.add(new ArrayList<>());
            }
            inside &= !line.equals("```");
            if (inside) {
                examples.get(examples.size() - 1).add(line);
            }
        }
        return examples;
    }

    private static Pattern expected(List<String> example) {
        StringBuilder pattern = new StringBuilder();
        for (String line : example.subList(1, example.size())) {
            pattern.append(line.equals("...") ? "(?s:(?:.*\n)?)" : Pattern.quote(line + "\n"));
        }
        return Pattern.compile(pattern.toString());
    }

    private static String printed(String command) {
        StringWriter out = new StringWriter();
        Console console = new Console(
                InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out), Clock.systemUTC());
        assertEquals(0, Commands.over(console).execute(command.split(" ", -1)), out::toString);
        return out.toString();
    }
}
