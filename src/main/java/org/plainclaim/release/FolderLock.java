package org.plainclaim.release;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The right to change the folder, which one process has at a time. Whatever it writes has another name until it is whole
 * and on disk; the last step is that a new manifest takes the place of the old one.
 */
final class FolderLock implements AutoCloseable {
    private final ReleaseFolder folder;
    private final FileChannel channel;

    private FolderLock(ReleaseFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the right to change a folder, and removes what a killed load left.
     *
     * @throws LoadRefused if another process is loading
     */
    static FolderLock of(ReleaseFolder folder) throws IOException, LoadRefused {
        Files.createDirectories(folder.root());
        FileChannel channel =
                FileChannel.open(folder.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FolderLock lock = new FolderLock(folder, channel);
        if (locked(channel) == null) {
            channel.close();
            throw new LoadRefused("Another load is changing " + folder.root() + "; try again when it has ended.");
        }
        lock.clean();
        return lock;
    }

    /** The operating system gives a lock back when the process ends, however it ends. */
    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private void clean() throws IOException {
        var kept = folder.manifest().loads().stream()
                .map(load -> load.data() + ReleaseFolder.EDITION)
                .collect(Collectors.toSet());
        List<Path> left;
        try (Stream<Path> files = Files.list(folder.root())) {
            left = files.filter(file -> isLeftOver(file.getFileName().toString(), kept::contains))
                    .toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isLeftOver(String name, java.util.function.Predicate<String> kept) {
        return name.endsWith(ReleaseFolder.TEMPORARY) || (name.endsWith(ReleaseFolder.EDITION) && !kept.test(name));
    }

    /** A file for what is only needed while this load runs. */
    Path scratch() throws IOException {
        return Files.createTempFile(folder.root(), "load-", ReleaseFolder.TEMPORARY);
    }

    /** Puts an edition on disk under its digest, which is the answer. */
    String write(EditionContent content) throws IOException {
        Path temporary = scratch();
        DigestOutputStream digest;
        try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            OutputStream buffered = new java.io.BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
            digest = new DigestOutputStream(buffered, Sha256.digest());
            DataOutputStream out = new DataOutputStream(digest);
            content.write(out);
            out.flush();
            file.force(true);
        }
        String name = HexFormat.of().formatHex(digest.getMessageDigest().digest());
        move(temporary, name + ReleaseFolder.EDITION);
        return name;
    }

    /** Puts a manifest in the place of the one that is there. */
    void replace(Manifest manifest) throws IOException {
        Path temporary = scratch();
        try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(file);
            out.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            file.force(true);
        }
        move(temporary, ReleaseFolder.MANIFEST);
    }

    private void move(Path temporary, String name) throws IOException {
        Path root = folder.root();
        Files.move(temporary, root.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(root, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows can not flush a folder; the rename is still atomic
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
