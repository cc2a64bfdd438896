package org.plainclaim.transport;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file to the server: under a temporary name, from where it stopped, then to its name.
 *
 * <p>The journal says {@code READY} before the file is renamed. So a temporary file that is gone was renamed, even if the
 * partner has taken it away by now.
 */
final class SftpUpload {
    private static final int PIECE = 32_000;

    private final SftpAccess access;
    private final Journal journal;
    private final Steps steps;
    private final String name;
    private final byte[] file;
    private final String digest;

    SftpUpload(SftpAccess access, Journal journal, Steps steps, String name, byte[] file) {
        this.access = access;
        this.journal = journal;
        this.steps = steps;
        this.name = name;
        this.file = file;
        this.digest = DurableFiles.digest(file);
    }

    String digest() {
        return digest;
    }

    /** One attempt; the answer is the name. */
    String on(SftpClient sftp) throws IOException {
        String path = access.at("out/" + name);
        String temporary = access.at("out/." + name + ".part");
        Journal.Entry entry = journal.ofSame(name, digest);
        if (entry == null || entry.state() == Journal.State.BEGUN) {
            if (!alreadyThere(sftp, path)) {
                SftpFiles.folder(sftp, access.at("out"));
                upload(sftp, temporary, entry);
            }
            journal.write(name, Journal.State.READY, digest);
        }
        if (SftpFiles.find(sftp, temporary) != null) {
            sftp.rename(temporary, path);
            steps.reached("renamed " + name);
        }
        journal.write(name, Journal.State.PUT, digest);
        return name;
    }

    private boolean alreadyThere(SftpClient sftp, String path) throws IOException {
        Attributes found = SftpFiles.find(sftp, path);
        if (found == null) {
            return false;
        }
        if (found.getSize() != file.length
                || !DurableFiles.digest(SftpFiles.part(sftp, path, 0, file.length))
                        .equals(digest)) {
            throw new RefusedFileException(name + " is there already, with other bytes");
        }
        return true;
    }

    private void upload(SftpClient sftp, String temporary, Journal.@Nullable Entry entry) throws IOException {
        boolean ours = entry != null && entry.digest().equals(digest);
        if (!ours) {
            journal.write(name, Journal.State.BEGUN, digest);
        }
        Attributes found = ours ? SftpFiles.find(sftp, temporary) : null;
        long there = found == null || found.getSize() > file.length ? 0 : found.getSize();
        Set<OpenMode> modes = EnumSet.of(OpenMode.Write, OpenMode.Create);
        if (there == 0) {
            modes.add(OpenMode.Truncate);
        }
        try (SftpClient.CloseableHandle handle = sftp.open(temporary, modes)) {
            for (int at = (int) there; at < file.length; at += PIECE) {
                int length = Math.min(PIECE, file.length - at);
                sftp.write(handle, at, file, at, length);
                steps.reached("uploaded " + (at + length) + " of " + name);
            }
        }
        Attributes written = SftpFiles.find(sftp, temporary);
        if (written == null || written.getSize() != file.length) {
            throw new IOException(name + " does not have its size on the server");
        }
    }
}
