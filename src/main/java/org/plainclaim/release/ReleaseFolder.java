package org.plainclaim.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The folder of what is loaded: one file for each edition, named by its digest and never changed, and the manifest,
 * which alone says which of them hold.
 */
public final class ReleaseFolder {
    static final String MANIFEST = "manifest";
    static final String EDITION = ".edition";
    static final String TEMPORARY = ".tmp";

    private final Path root;

    public ReleaseFolder(Path root) {
        this.root = root;
    }

    /** Where it is. */
    public Path root() {
        return root;
    }

    /**
     * Tells one manifest from another without reading it.
     *
     * @param key what the file system knows the file by; a new manifest is a new file
     */
    record Stamp(FileTime changed, long size, @Nullable Object key) {}

    /** The stamp of the manifest; null if there is none. */
    @Nullable
    Stamp stamp() throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(root.resolve(MANIFEST), BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (NoSuchFileException nothingLoaded) {
            return null;
        }
    }

    /**
     * What is loaded.
     *
     * @throws IOException if the manifest can not be read, or is none
     */
    public Manifest manifest() throws IOException {
        Path file = root.resolve(MANIFEST);
        try {
            return Manifest.of(Files.readString(file));
        } catch (NoSuchFileException nothingLoaded) {
            return Manifest.EMPTY;
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The edition of a load. */
    Path edition(LoadedRelease load) {
        return root.resolve(load.data() + EDITION);
    }
}
