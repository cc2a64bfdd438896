package org.plainclaim.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The versions that the build refuses ({@code pom.xml}, banned dependencies) are not on the class path that tests run with. */
final class KnownWeaknessesTest {
    private static final Pattern BANNED =
            Pattern.compile("<exclude>([^:<]+):([^:<]+):\\(,([^)]+)\\)</exclude><!-- (CVE-[^>]+) -->");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    /**
     * One refusal.
     *
     * @param artifact the part
     * @param mended the first version without the weakness
     * @param weaknesses their numbers
     */
    private record Banned(String artifact, String mended, String weaknesses) {
        boolean refuses(String name, String version) {
            return name.equals(artifact) && before(version, mended);
        }
    }

    private static List<Banned> banned() throws IOException {
        return BANNED.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> new Banned(found.group(2), found.group(3), found.group(4)))
                .toList();
    }

    /** Numbers are compared as such; what follows them, as {@code -jre}, says nothing. */
    private static boolean before(String version, String other) {
        String[] one = numbers(version);
        String[] two = numbers(other);
        for (int i = 0; i < Math.max(one.length, two.length); i++) {
            int difference = number(one, i) - number(two, i);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static String[] numbers(String version) {
        return version.replaceFirst("[^0-9.].*", "").split("\\.", -1);
    }

    private static int number(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? Integer.parseInt(parts[index]) : 0;
    }

    @Test
    void noPartIsOfAVersionThatIsKnownToBeWeak() throws IOException {
        List<Banned> all = banned();
        assertTrue(all.size() >= 20, all::toString);
        List<String> weak = Stream.of(
                        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .map(path -> JAR.matcher(String.valueOf(Path.of(path).getFileName())))
                .filter(Matcher::matches)
                .flatMap(jar -> all.stream()
                        .filter(one -> one.refuses(jar.group(1), jar.group(2)))
                        .map(one -> jar.group() + ": " + one.weaknesses()))
                .toList();
        assertEquals(List.of(), weak);
    }

    @Test
    void aWeakVersionIsSeen() throws IOException {
        List<Banned> all = banned();
        assertTrue(all.stream().anyMatch(one -> one.refuses("h2", "2.1.214")));
        assertTrue(all.stream().anyMatch(one -> one.refuses("spring-core", "6.2.9")));
        assertFalse(all.stream().anyMatch(one -> one.refuses("h2", "2.3.232")));
        assertFalse(all.stream().anyMatch(one -> one.refuses("guava", "32.0.0-android")));
    }
}
