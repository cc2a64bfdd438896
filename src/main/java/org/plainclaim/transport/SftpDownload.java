package org.plainclaim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.jspecify.annotations.Nullable;

/** Fetches one file into a temporary one that only we can read, from where it stopped. */
final class SftpDownload {
    private static final int PIECE = 32_000;

    private final String path;
    private final String name;
    private final Limits limits;
    private final Path temporary;
    private long size = -1;
    private @Nullable FileTime changed;
    private boolean handedOut;

    SftpDownload(String path, String name, Limits limits) throws IOException {
        this.path = path;
        this.name = name;
        this.limits = limits;
        this.temporary = Files.createTempFile("plainclaim-", ".x12");
    }

    /** One attempt. */
    InputStream on(SftpClient sftp) throws IOException {
        Attributes before = look(sftp);
        limits.check(name, before.getSize());
        try (FileChannel kept = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            if (before.getSize() != size || !before.getModifyTime().equals(changed)) {
                kept.truncate(0);
                size = before.getSize();
                changed = before.getModifyTime();
            }
            fetch(sftp, kept);
        }
        Attributes after = look(sftp);
        if (after.getSize() != size || !after.getModifyTime().equals(changed)) {
            throw new IOException(name + " changed while it was read");
        }
        InputStream bytes = Files.newInputStream(temporary, StandardOpenOption.DELETE_ON_CLOSE);
        handedOut = true;
        return bytes;
    }

    private Attributes look(SftpClient sftp) throws IOException {
        Attributes found = SftpFiles.find(sftp, path);
        if (found == null || !found.isRegularFile()) {
            throw new RefusedFileException(name + " does not wait");
        }
        return found;
    }

    private void fetch(SftpClient sftp, FileChannel kept) throws IOException {
        byte[] piece = new byte[PIECE];
        try (SftpClient.CloseableHandle handle = sftp.open(path, EnumSet.of(OpenMode.Read))) {
            long at = kept.size();
            while (at < size) {
                int read = sftp.read(handle, at, piece, 0, (int) Math.min(PIECE, size - at));
                if (read <= 0) {
                    throw new IOException(name + " ends before its size");
                }
                kept.write(ByteBuffer.wrap(piece, 0, read), at);
                at += read;
            }
        }
    }

    /** Removes the temporary file, unless somebody reads it. */
    void close() throws IOException {
        if (!handedOut) {
            Files.deleteIfExists(temporary);
        }
    }
}
