package org.plainclaim.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of Plainclaim this is. */
public final class Version {
    private static final String FILE = "/META-INF/maven/org.plainclaim/plainclaim/pom.properties";

    private Version() {}

    /** The version in the jar's own build record, or {@code development} where the classes run from a directory. */
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return "development";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "development");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
