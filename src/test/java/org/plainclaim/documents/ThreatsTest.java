package org.plainclaim.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each threat names tests that exist, and each letter of STRIDE has a threat. */
final class ThreatsTest {
    private static final Pattern ROW = Pattern.compile("\\| \\*\\*([A-Z][a-z ]+)\\*\\*: .+ \\| .+ \\| (.+) \\|");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
    private static final Set<String> STRIDE = Set.of(
            "Spoofing", "Tampering", "Repudiation", "Information", "Denial of service", "Elevation of privilege");

    private static List<Matcher> rows() throws IOException {
        return Files.readAllLines(Path.of("src/site/markdown/threats.md")).stream()
                .filter(line -> line.startsWith("| **"))
                .map(ROW::matcher)
                .peek(row -> assertTrue(row.matches(), row::toString))
                .toList();
    }

    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found =
                    files.filter(file -> file.endsWith(name + ".java")).toList();
            return found.size() == 1 ? Files.readString(found.get(0)) : "";
        }
    }

    @Test
    void everyThreatNamesTestsThatExist() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Matcher row : rows()) {
            Matcher test = TEST.matcher(row.group(2));
            int named = 0;
            while (test.find()) {
                named++;
                Pattern method =
                        Pattern.compile("@(?:Test|ParameterizedTest|Property)\\b[^;{}]*(?:\\{[^{}]*\\}[^;{}]*)*?void "
                                + test.group(2) + "\\(");
                if (!method.matcher(source(test.group(1))).find()) {
                    missing.add(test.group());
                }
            }
            assertTrue(named > 0, row.group());
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyLetterOfStrideIsCovered() throws IOException {
        Set<String> covered = new TreeSet<>();
        rows().forEach(row -> covered.add(row.group(1)));
        assertEquals(new TreeSet<>(STRIDE), covered);
    }
}
