package org.plainclaim.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The libraries cost start-up time only when there is an attachment. */
final class LazyLibrariesTest {
    private static final List<String> LIBRARIES =
            List.of(" org.apache.pdfbox.", " org.apache.fontbox.", " org.jsoup.", " com.rtfparserkit.");

    @Test
    void makingTheReaderLoadsNoLibrary() throws IOException, InterruptedException {
        List<String> loaded = loaded("no");
        assertTrue(loaded.stream().anyMatch(line -> line.contains("org.plainclaim.fhir.DocumentationReader")));
        assertEquals(
                List.of(), loaded.stream().filter(LazyLibrariesTest::ofALibrary).toList());
    }

    @Test
    void readingPlainTextLoadsNone() throws IOException, InterruptedException {
        assertEquals(
                List.of(),
                loaded("plain").stream().filter(LazyLibrariesTest::ofALibrary).toList());
    }

    private static boolean ofALibrary(String line) {
        return LIBRARIES.stream().anyMatch(line::contains);
    }

    private static List<String> loaded(String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Started.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        try (Stream<String> lines = output.lines()) {
            return lines.toList();
        }
    }

    /** What a start does with attachments. */
    static final class Started {
        private Started() {}

        public static void main(String[] arguments) {
            org.plainclaim.fhir.DocumentationReader.load(org.plainclaim.terminology.TerminologyFolder.shipped());
            AttachmentReader reader = new AttachmentReader();
            if (arguments[0].equals("plain")) {
                reader.read("text/plain", "text".getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
