package org.plainclaim.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.ServerSettings;

final class ReadmeTest {
    private static final Pattern ROW = Pattern.compile("\\| `(PLAINCLAIM_[A-Z_]+)` \\| (?:`([^`]*)`)? ?\\|.*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void listsExactlyTheSettingsThatTheServerReads() throws IOException {
        String code = Files.readString(Path.of("src/main/java/org/plainclaim/server/ServerSettings.java"));
        TreeSet<String> read = new TreeSet<>();
        Matcher name = Pattern.compile("\"(PLAINCLAIM_[A-Z_]+)\"").matcher(code);
        while (name.find()) {
            read.add(name.group(1));
        }
        assertEquals(read, new TreeSet<>(settings().keySet()));
    }

    @Test
    void namesTheDefaultsThatHold() throws IOException {
        ServerSettings defaults = ServerSettings.fromEnvironment(Map.of());
        Map<String, String> stated = settings();
        assertEquals(defaults.host(), stated.get("PLAINCLAIM_HOST"));
        assertEquals(String.valueOf(defaults.port()), stated.get("PLAINCLAIM_PORT"));
        assertEquals(defaults.database().url(), stated.get("PLAINCLAIM_DATABASE_URL"));
        assertEquals(String.valueOf(defaults.database().maxConnections()), stated.get("PLAINCLAIM_DATABASE_POOL"));
        assertEquals(String.valueOf(defaults.threads()), stated.get("PLAINCLAIM_THREADS"));
        assertEquals(String.valueOf(defaults.maxBodyMegabytes()), stated.get("PLAINCLAIM_MAX_BODY_MB"));
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                Path target = page.resolveSibling(link.group(1));
                assertTrue(Files.exists(target), () -> page + " links to " + target);
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.walk(Path.of("src/site/markdown"))) {
            return Stream.concat(
                            Stream.of(
                                    Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("terminology/README.md")),
                            site.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                settings.put(row.group(1), row.group(2) == null ? "" : row.group(2));
            }
        }
        return settings;
    }
}
