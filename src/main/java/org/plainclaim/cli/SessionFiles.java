package org.plainclaim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.cli.Derivation.Place;

/** Finds the sessions in files, folders and standard input: one JSON document each, or one in every line. */
final class SessionFiles {
    private final InputStream standardInput;
    private final Derivation derivation;

    SessionFiles(InputStream standardInput, Derivation derivation) {
        this.standardInput = standardInput;
        this.derivation = derivation;
    }

    /** Derives every session of the named files; one that can not be opened does not stop the others. */
    void all(List<String> names) {
        for (String name : names) {
            if (name.equals("-")) {
                stream("standard input", standardInput);
            } else {
                named(name);
            }
        }
    }

    private void named(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                folder(path);
            } else {
                file(path);
            }
        } catch (InvalidPathException e) {
            derivation.complain(name + ":1: is no file name.");
        }
    }

    private void folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sessions = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (sessions.isEmpty()) {
                derivation.complain(folder + ":1: has no .json files.");
            }
            sessions.forEach(this::file);
        } catch (IOException e) {
            derivation.complain(folder + ":1: can not be listed.");
        }
    }

    private void file(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            stream(file.toString(), stream);
        } catch (IOException e) {
            derivation.complain(file + ":1: can not be read. Check the name and the rights.");
        }
    }

    private void stream(String name, InputStream stream) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        try {
            int number = 1;
            String line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
                number++;
            }
            if (line == null) {
                derivation.complain(name + ":1: is empty. Give it a FHIR R4 Bundle as JSON.");
            } else if (whole(line)) {
                lines(new Place(name, number), line, reader);
            } else {
                document(new Place(name, 0), "\n".repeat(number - 1) + line, reader);
            }
        } catch (IOException e) {
            derivation.complain(name + ":1: can not be read to its end.");
        }
    }

    /** True if a line looks like a document of its own, so that every other line is one too. */
    private static boolean whole(String line) {
        String text = line.strip();
        return text.length() > 1 && text.startsWith("{") && text.endsWith("}");
    }

    private void lines(Place first, String start, BufferedReader reader) throws IOException {
        String line = start;
        int number = first.line();
        while (line != null) {
            if (!line.isBlank()) {
                derivation.derive(new Place(first.file(), number), line);
            }
            line = reader.readLine();
            number++;
        }
    }

    private void document(Place place, String start, BufferedReader reader) throws IOException {
        StringBuilder text = new StringBuilder(start);
        String line = reader.readLine();
        while (line != null) {
            text.append('\n').append(line);
            line = reader.readLine();
        }
        derivation.derive(place, text.toString());
    }
}
