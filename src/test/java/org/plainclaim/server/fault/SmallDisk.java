package org.plainclaim.server.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own that can be filled: whoever writes to it gets what a full disk gives. Mounting needs the rights of root. */
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTES = 256;
    private static final int CHUNK = 16 * 1024;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Whether one can be mounted here. */
    static boolean isPossible(Path folder) throws IOException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
        return mounted && run("umount", folder.toString()) == 0;
    }

    static SmallDisk in(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString()) != 0) {
            throw new IOException("not mounted");
        }
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Leaves no room. */
    void fills() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] chunk = new byte[CHUNK];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() > CHUNK) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** Gives the room back. */
    void empties() {
        try {
            Files.delete(filler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
