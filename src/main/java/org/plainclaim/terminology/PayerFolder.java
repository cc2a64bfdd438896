package org.plainclaim.terminology;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The folder of one payer: its properties and only the rows in which it differs. */
final class PayerFolder {
    private static final String FILE = "payer.properties";

    private final String id;
    private final Path path;
    private final Properties properties = new Properties();

    private PayerFolder(Path path) {
        this.path = path;
        this.id = String.valueOf(path.getFileName()).replace("/", "");
    }

    static PayerFolder at(Path path) {
        PayerFolder folder = new PayerFolder(path);
        Path file = path.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                folder.properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    String id() {
        return id;
    }

    Path path() {
        return path;
    }

    /** The payer whose rows this one takes over before its own; empty if those of the base. */
    Optional<String> buildsOn() {
        return Optional.ofNullable(properties.getProperty("builds-on")).map(String::strip);
    }
}
