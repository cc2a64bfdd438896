package org.plainclaim.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.rules.Release;

/** The digest over every table of a terminology folder. */
final class ReleaseDigest {
    private static final String VERSION_FILE = "VERSION";

    private ReleaseDigest() {}

    static Release of(TerminologyFolder folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : tables(folder.root())) {
                String name = folder.root().relativize(file).toString().replace('\\', '/');
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
            }
            String version =
                    Files.readString(folder.root().resolve(VERSION_FILE)).strip();
            return new Release(version, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new UncheckedIOException(new IOException("the terminology folder can not be read", e));
        }
    }

    private static List<Path> tables(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted(java.util.Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
