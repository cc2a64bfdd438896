package org.plainclaim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.InterchangeEnds;

/** A folder on an SFTP server: we write to {@code out/} and read {@code in/}; what was taken is renamed into {@code taken/}. */
final class SftpChannel implements Channel {
    private final SftpAccess access;
    private final Limits limits;
    private final Journal journal;
    private final Steps steps;
    private final Retrying retrying;
    private @Nullable SftpConnection connection;

    SftpChannel(SftpAccess access, Path journal, Limits limits, Steps steps) {
        this.access = access;
        this.limits = limits;
        this.steps = steps;
        this.journal = new Journal(journal, new DurableFiles(steps));
        this.retrying = new Retrying(limits);
    }

    private interface Work<T> {
        T on(SftpClient sftp) throws IOException;
    }

    /** Does something on a connection, and on a new one if that breaks. */
    private <T> T attempt(String what, Work<T> work) throws IOException {
        return retrying.attempt(what + " at " + access.host(), () -> {
            boolean done = false;
            try {
                SftpConnection open = connection;
                if (open == null) {
                    open = SftpConnection.open(access, limits);
                    connection = open;
                }
                T result = work.on(open.sftp());
                done = true;
                return result;
            } catch (IllegalStateException | java.io.UncheckedIOException e) {
                throw new IOException("the connection broke", e);
            } finally {
                if (!done) {
                    close();
                }
            }
        });
    }

    @Override
    public void put(String name, byte[] file) throws IOException {
        FileNames.writable(name);
        limits.check(name, file.length);
        SftpUpload upload = new SftpUpload(access, journal, steps, name, file);
        Journal.Entry entry = journal.ofSame(name, upload.digest());
        if (entry == null || entry.state() != Journal.State.PUT) {
            attempt("putting " + name, upload::on);
        }
    }

    @Override
    public List<String> waiting() throws IOException {
        return attempt("listing files", this::arrivals).waiting();
    }

    @Override
    public List<RefusedFile> refused() throws IOException {
        return attempt("listing files", this::arrivals).refused();
    }

    private Arrivals arrivals(SftpClient sftp) throws IOException {
        Arrivals arrivals = new Arrivals(limits);
        if (SftpFiles.find(sftp, access.at("in")) == null) {
            return arrivals;
        }
        Instant now = Instant.now(Clock.systemUTC());
        for (DirEntry entry : sftp.readDir(access.at("in"))) {
            Attributes read = entry.getAttributes();
            Duration age = Duration.between(read.getModifyTime().toInstant(), now);
            // a clock that goes ahead of ours must not hold a file back for ever
            Duration untouched = age.isNegative() ? limits.quiet() : age;
            String name = entry.getFilename();
            arrivals.look(
                    name,
                    new Arrivals.Facts(read.isRegularFile(), read.getSize(), untouched),
                    () -> whole(sftp, access.at("in/" + name), read.getSize()));
        }
        return arrivals;
    }

    private static boolean whole(SftpClient sftp, String path, long size) throws IOException {
        return InterchangeEnds.whole(
                SftpFiles.part(sftp, path, 0, InterchangeEnds.NEEDED),
                SftpFiles.part(sftp, path, Math.max(0, size - InterchangeEnds.NEEDED), InterchangeEnds.NEEDED));
    }

    @Override
    public InputStream open(String name) throws IOException {
        SftpDownload download = new SftpDownload(access.at("in/" + FileNames.checked(name)), name, limits);
        try {
            return attempt("fetching " + name, download::on);
        } finally {
            download.close();
        }
    }

    @Override
    public void taken(String name) throws IOException {
        FileNames.checked(name);
        attempt("taking " + name, sftp -> {
            if (SftpFiles.find(sftp, access.at("in/" + name)) != null) {
                SftpFiles.folder(sftp, access.at("taken"));
                String kept = access.at("taken/" + name);
                for (int again = 2; SftpFiles.find(sftp, kept) != null; again++) {
                    kept = access.at("taken/" + name + "~" + again);
                }
                sftp.rename(access.at("in/" + name), kept);
            } else if (SftpFiles.find(sftp, access.at("taken/" + name)) == null) {
                throw new RefusedFileException(name + " does not wait, and was not taken");
            }
            return name;
        });
    }

    @Override
    public void close() {
        SftpConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
