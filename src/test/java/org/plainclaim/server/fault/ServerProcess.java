package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.plainclaim.log.LogWatch;
import org.plainclaim.server.FhirHttp;

/** A server as a site runs it, a process of its own: {@code plainclaim serve}. */
public final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final Process process;
    private final FhirHttp http;
    private final Path log;

    private ServerProcess(Process process, FhirHttp http, Path log) {
        this.process = process;
        this.http = http;
        this.log = log;
    }

    /** Starts one; it is done when the server answers. */
    public static ServerProcess start(Path folder, Map<String, String> environment) {
        return start(folder, environment, System.getProperty("java.class.path"));
    }

    /** Starts one whose {@code terminology} is that of another time, which lies in a folder. */
    public static ServerProcess ofAnotherTime(Path folder, Map<String, String> environment, Path time) {
        return start(folder, environment, time + File.pathSeparator + System.getProperty("java.class.path"));
    }

    private static ServerProcess start(Path folder, Map<String, String> environment, String classPath) {
        try {
            int port = freePort();
            Path log = Files.createTempFile(folder, "server", ".log");
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-cp",
                    classPath,
                    "org.plainclaim.Main",
                    "serve"));
            builder.environment().keySet().removeIf(name -> name.startsWith("PLAINCLAIM_"));
            builder.environment().putAll(environment);
            builder.environment().put("PLAINCLAIM_PORT", "" + port);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ServerProcess started =
                    new ServerProcess(process, FhirHttp.at(URI.create("http://127.0.0.1:" + port + "/fhir")), log);
            started.awaitAnswer();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void awaitAnswer() {
        long start = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE) {
                process.destroyForcibly();
                throw new AssertionError("the server does not start: " + said());
            }
        }
    }

    private boolean answers() {
        try {
            return !process.waitFor(100, TimeUnit.MILLISECONDS)
                    && http.get("metadata").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public FhirHttp http() {
        return http;
    }

    /** What it wrote to its log. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets it run for some time and ends it then. */
    void killAfter(int millis) {
        try {
            assertFalse(process.waitFor(millis, TimeUnit.MILLISECONDS), "the server ended by itself: " + said());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends it at once: nothing of it runs any more. */
    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        String said = said();
        if (said.contains(" ERROR ")) {
            System.err.println(said);
        }
    }

    @Override
    public void close() {
        kill();
        LogWatch.written(said());
    }
}
