package org.plainclaim.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.terminology.TerminologyFolder;

/** Rules as they travel to where they are needed: a folder like {@code terminology}, packed, and perhaps a date. */
public final class RuleSource implements Serializable {
    private static final long serialVersionUID = 1;

    /** The name of the rules that ship with the program. */
    public static final String SHIPPED = "shipped";

    /** Of the folder {@code rules} a session is read with these two files only. */
    private static final Set<String> READ_WITH = Set.of("rules/session-input.csv", "rules/note-facts.csv");

    private final String name;
    private final byte @Nullable [] packed;
    private final @Nullable LocalDate on;

    private RuleSource(String name, byte @Nullable [] packed, @Nullable LocalDate on) {
        this.name = name;
        this.packed = packed == null ? null : packed.clone();
        this.on = on;
    }

    /**
     * Rules by name.
     *
     * @param rules a folder, or {@link #SHIPPED}
     * @param on the rules of that date for every session; null for those of each date of service
     * @throws UncheckedIOException if there is no such folder
     */
    public static RuleSource named(String rules, @Nullable LocalDate on) {
        String name = rules + (on == null ? "" : " on " + on);
        return new RuleSource(name, rules.equals(SHIPPED) ? null : pack(Path.of(rules)), on);
    }

    /** For people. */
    public String name() {
        return name;
    }

    /** The date whose rules hold for every session; null if each date of service has its own. */
    @Nullable
    LocalDate on() {
        return on;
    }

    /** True if both name one folder. */
    boolean sameFolder(RuleSource other) {
        return Arrays.equals(packed, other.packed);
    }

    private static byte[] pack(Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Stream<Path> inside = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rules in " + folder + " can not be read", e);
        }
        return bytes.toByteArray();
    }

    /** The folder that was named, unpacked on this machine. */
    TerminologyFolder folder() {
        if (packed == null) {
            return TerminologyFolder.shipped();
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            Path folder = Files.createTempDirectory("plainclaim-rules");
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(entry.getName());
                }
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.copy(zip, file);
            }
            return new TerminologyFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the rules " + name + " can not be unpacked", e);
        }
    }

    /** True if a session is read into the same record with both folders, so that it need be read only once. */
    static boolean readAlike(TerminologyFolder one, TerminologyFolder other) {
        return one.root().equals(other.root()) || files(one).equals(files(other));
    }

    /** What is in none of the folders that only derivation knows. */
    private static Map<String, Long> files(TerminologyFolder folder) {
        Map<String, Long> files = new HashMap<>();
        try (Stream<Path> inside = Files.walk(folder.root())) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                String path = folder.root().relativize(file).toString().replace('\\', '/');
                boolean derivation = path.endsWith(".md")
                        || path.startsWith("payers/")
                        || path.startsWith("edits/")
                        || (path.startsWith("rules/") && !READ_WITH.contains(path));
                if (!derivation) {
                    CRC32C sum = new CRC32C();
                    sum.update(Files.readAllBytes(file));
                    files.put(path, sum.getValue() + (Files.size(file) << 32));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
