package org.plainclaim.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes and renames files so that after a loss of power they are there whole, or not at all. */
final class DurableFiles {
    private final Steps steps;

    DurableFiles(Steps steps) {
        this.steps = steps;
    }

    /** Writes a file under its name, replacing one of the same name. */
    void write(Path target, byte[] bytes) throws IOException {
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                left.limit(Math.min(bytes.length, left.position() + (1 << 16)));
                channel.write(left);
                left.limit(bytes.length);
                steps.reached("written " + left.position() + " of " + target.getFileName());
            }
            channel.force(true);
        }
        steps.reached("flushed " + target.getFileName());
        rename(temporary, target);
    }

    /** Renames a file in one step. */
    void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        steps.reached("renamed to " + to.getParent() + "/" + to.getFileName());
        flush(to);
        flush(from);
    }

    /** Makes the name of a file durable; a system that can not open folders does it by itself. */
    private static void flush(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
