package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a payer got, by the segments of its files.
 *
 * @param controls control number of each interchange (ISA13)
 * @param claims number of each claim (CLM01), as often as it came
 */
record SentInterchanges(List<String> controls, List<String> claims) {
    /** The whole files of folders. */
    static SentInterchanges in(Path... folders) {
        SentInterchanges sent = new SentInterchanges(new ArrayList<>(), new ArrayList<>());
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                files(folder).forEach(sent::add);
            }
        }
        return sent;
    }

    /** Those that are not drafts, in the order of their names. */
    static List<Path> files(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertTrue(text.stripTrailing().matches("(?s)ISA.*IEA[^~]*~"), file + " is not whole");
        for (String segment : text.split("~", -1)) {
            String[] elements = segment.strip().split("\\*", -1);
            if (elements[0].equals("ISA")) {
                controls.add(elements[13]);
            } else if (elements[0].equals("CLM")) {
                claims.add(elements[1]);
            }
        }
    }
}
