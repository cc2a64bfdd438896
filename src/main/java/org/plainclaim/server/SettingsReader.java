package org.plainclaim.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Reads settings one by one and keeps every problem for one report; problems never repeat a password. */
final class SettingsReader {
    private static final String PREFIX = "PLAINCLAIM_";

    private final Map<String, String> given = new TreeMap<>();
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                given.put(name, value.strip());
            }
        });
    }

    String text(String name, String standard) {
        String value = value(name);
        return value == null ? standard : value;
    }

    /** One of two words, the first if none is given. */
    String choice(String name, String standard, String other) {
        String value = text(name, standard);
        if (!value.equals(standard) && !value.equals(other)) {
            problems.add(name + " is '" + value + "'; give " + standard + " or " + other + ".");
        }
        return value;
    }

    int number(String name, int standard, int least, int most) {
        String value = value(name);
        if (value == null) {
            return standard;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.add(name + " is '" + value + "'; give a whole number from " + least + " to " + most + ".");
        return standard;
    }

    @Nullable
    URI httpUrl(String name) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        try {
            URI url = URI.create(value.replaceAll("/+$", ""));
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through to the one report
        }
        problems.add(name + " is '" + value + "'; give the whole address, such as https://billing.example.org/fhir.");
        return null;
    }

    /** An address that is believed, so that nobody may stand in between; taken to the letter. */
    @Nullable
    URI trustedUrl(String name) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        try {
            URI url = URI.create(value);
            boolean near = "http".equals(url.getScheme()) && url.getHost() != null && isLoopback(url.getHost());
            if (url.getHost() != null && ("https".equals(url.getScheme()) || near)) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through to the one report
        }
        problems.add(name + " is '" + value + "'; give the whole https address, such as"
                + " https://login.example.org/realms/practice.");
        return null;
    }

    /** Whether only this machine can reach the address. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Settings that others read. */
    void skip(String... names) {
        known.addAll(List.of(names));
    }

    /** The others mean nothing without the first. */
    void together(String first, String... others) {
        for (String other : others) {
            if (value(first) == null && value(other) != null) {
                problems.add(other + " is set without " + first + "; set both or none.");
            }
        }
    }

    void missing(String name, String why) {
        problems.add(name + " is missing: " + why + ".");
    }

    @Nullable
    ZoneId zone(String name) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        try {
            return ZoneId.of(value);
        } catch (DateTimeException unknown) {
            problems.add(name + " is '" + value + "'; give a zone by name, such as America/New_York.");
            return null;
        }
    }

    @Nullable
    LocalDate day(String name) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException malformed) {
            problems.add(name + " is '" + value + "'; give a day, such as 2026-01-01.");
            return null;
        }
    }

    /** A file that has to be there. */
    @Nullable
    Path file(String name) {
        return path(name, Files::isRegularFile, "file");
    }

    /** A folder that has to be there. */
    @Nullable
    Path folder(String name) {
        return path(name, Files::isDirectory, "folder");
    }

    private @Nullable Path path(String name, Predicate<Path> fits, String kind) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        try {
            Path file = Path.of(value);
            if (Files.isReadable(file) && fits.test(file)) {
                return file;
            }
        } catch (InvalidPathException malformed) {
            // falls through to the one report
        }
        problems.add(name + " is '" + value + "', which is no " + kind + " that can be read; give the path of one.");
        return null;
    }

    String databaseUrl(String name, String standard) {
        String url = text(name, standard);
        if (url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:h2:mem:") || url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        problems.add(name + " names no database that Plainclaim speaks; begin it with jdbc:postgresql:, jdbc:h2:file:"
                + " or jdbc:h2:mem:.");
        return standard;
    }

    /** Reports unknown variables and everything found before. */
    void finish() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                problems.add(name + " is not a setting; did you mean " + nearest(name) + "?");
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private @Nullable String value(String name) {
        known.add(name);
        String value = given.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private String nearest(String name) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance.apply(name, candidate)))
                .orElse("another name");
    }
}
