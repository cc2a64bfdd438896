package org.plainclaim.server.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainclaim.server.FhirHttp;

/** The clock of a second node jumps, an hour ahead and back and behind; libfaketime tells that node the time. */
final class ClockJumps implements Disaster, AutoCloseable {
    private static final List<String> JUMPS = List.of("+3600", "+0", "-3600", "+90", "-90", "+0");

    private final Path clock;
    private final ServerProcess node;
    private int jumps;

    ClockJumps(Path folder, Map<String, String> environment, Path library) throws IOException {
        clock = Files.writeString(folder.resolve("clock"), "+0");
        Map<String, String> faked = new HashMap<>(environment);
        faked.put("LD_PRELOAD", library.toString());
        faked.put("FAKETIME_TIMESTAMP_FILE", clock.toString());
        faked.put("FAKETIME_CACHE_DURATION", "1");
        // timed waits of the JVM are by the monotonic clock, which is left as it is
        faked.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        faked.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        node = ServerProcess.start(folder, faked);
    }

    /** The library, where the package libfaketime is installed. */
    static Optional<Path> library() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean strikes(ServerProcess server, int millis) {
        Disaster.passes(millis);
        try {
            Files.writeString(clock, JUMPS.get(jumps++ % JUMPS.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Disaster.passes(millis);
        return true;
    }

    @Override
    public List<FhirHttp> others() {
        return List.of(node.http());
    }

    @Override
    public void close() {
        node.close();
    }
}
