package org.plainclaim.server.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.server.Awaited;

/** A PostgreSQL that keeps its promises (it writes before it says so), whose processes are all killed, and that comes back. */
final class KilledPostgres implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    private KilledPostgres(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.running = start();
    }

    static KilledPostgres in(Path data) throws IOException {
        return new KilledPostgres(data, ServerProcess.freePort());
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_wal_size", "64MB")
                .start();
    }

    String url() {
        return running.getJdbcUrl("postgres", "postgres");
    }

    /** Ends all of its processes at once. */
    void kill() {
        try {
            Path file = data.resolve("postmaster.pid");
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).get(0)))
                    .orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            Awaited.until("the end of the database", () -> all.stream().noneMatch(ProcessHandle::isAlive));
            // gives its lock of the folder back; that it can not be stopped any more is what was wanted
            running.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it again, over what is on the disk. */
    void comesBack() {
        try {
            running = start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
