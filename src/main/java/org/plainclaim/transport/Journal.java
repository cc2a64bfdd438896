package org.plainclaim.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Remembers how far the files of each name came, in a small file for each; it has no contents of theirs. */
final class Journal {
    private final Path folder;
    private final DurableFiles files;

    Journal(Path folder, DurableFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /** How far a file came. */
    enum State {
        /** Some of it may be at the partner, under a temporary name. */
        BEGUN,
        /** All of it is there and it is about to get its name, or has it. */
        READY,
        /** It was put. */
        PUT
    }

    /**
     * What is known of a name.
     *
     * @param state how far it came
     * @param digest SHA-256 of the bytes
     */
    record Entry(State state, String digest) {}

    @Nullable
    Entry find(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return null;
        }
        String[] words =
                Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
        try {
            return new Entry(State.valueOf(words[0]), words[words.length - 1]);
        } catch (IllegalArgumentException e) {
            throw new IOException("the journal of " + name + " can not be read: remove or repair " + file, e);
        }
    }

    void write(String name, State state, String digest) throws IOException {
        Files.createDirectories(folder);
        files.write(folder.resolve(name), (state + " " + digest + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The entry of a name, if it is not of other bytes. */
    @Nullable
    Entry ofSame(String name, String digest) throws IOException {
        Entry entry = find(name);
        if (entry != null && entry.state() != State.BEGUN && !entry.digest().equals(digest)) {
            throw new RefusedFileException(name + " was put before, with other bytes");
        }
        return entry;
    }
}
