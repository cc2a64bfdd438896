package org.plainclaim.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of definition files, either on disk or inside the program's own jar. */
public final class TerminologyFolder {
    private final Path root;

    public TerminologyFolder(Path root) {
        this.root = root;
    }

    /** The folder {@code terminology} that ships with the program. */
    public static TerminologyFolder shipped() {
        return new TerminologyFolder(onClassPath("terminology"));
    }

    /**
     * A folder on the class path as a path that can be listed.
     *
     * @throws IllegalStateException if the program was built without it
     */
    public static Path onClassPath(String folder) {
        URL url = TerminologyFolder.class.getClassLoader().getResource(folder);
        if (url == null) {
            throw new IllegalStateException("the folder " + folder + " is missing from the program");
        }
        try {
            URI uri = url.toURI();
            return "jar".equals(uri.getScheme()) ? insideJar(uri, folder) : Path.of(uri);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the folder " + folder + " of the program can not be read", e);
        }
    }

    private static Path insideJar(URI uri, String folder) throws IOException {
        URI jar = URI.create(uri.toString().substring(0, uri.toString().indexOf("!/")));
        FileSystem files;
        try {
            files = FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            files = FileSystems.getFileSystem(jar);
        }
        return files.getPath("/" + folder);
    }

    /** The files of a sub-folder with the given ending, sorted by name; empty if there is no such folder. */
    public List<Path> files(String folder, String ending) {
        return list(root.resolve(folder), path -> path.toString().endsWith(ending));
    }

    /** The files of a table, which is one file of that name, or a folder of files, or both. */
    public List<Path> parts(String name) {
        List<Path> parts = new ArrayList<>();
        Path file = root.resolve(name + ".csv");
        if (Files.exists(file)) {
            parts.add(file);
        }
        parts.addAll(files(name, ".csv"));
        return parts;
    }

    /** The sub-folders of a sub-folder, sorted by name. */
    public List<Path> folders(String folder) {
        return list(root.resolve(folder), Files::isDirectory);
    }

    private static List<Path> list(Path folder, java.util.function.Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }
}
