package org.plainclaim.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.SettingsException;
import org.plainclaim.server.access.Access;

/** Runs the server until the process is told to stop. */
final class Serve {
    private static final int BAD_SETTINGS = 2;

    private final PrintWriter out;
    private final PrintWriter err;

    Serve(Console console) {
        this.out = console.out();
        this.err = console.err();
    }

    /** What is done once the server runs. */
    interface Then {
        void with(PlainclaimServer server);

        /** What is done once it does not run any more. */
        default void stopped() {}
    }

    /** Starts, does what is to be done, and stops. */
    int once(Map<String, String> environment, Then then) {
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(environment))) {
            then.with(server);
            return 0;
        } catch (SettingsException | IllegalStateException e) {
            return refuse(e);
        } finally {
            then.stopped();
        }
    }

    private int refuse(RuntimeException reason) {
        err.println(reason.getMessage());
        err.flush();
        return BAD_SETTINGS;
    }

    /** Serves; returns only if it could not start. */
    int run(Map<String, String> environment, Then then) {
        try {
            PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(environment));
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                then.stopped();
                stopped.countDown();
            }));
            then.with(server);
            Access access = server.part(Access.class);
            if (access.isTriedOut()) {
                out.println(access.words());
            }
            out.println("Serving " + server.baseUri() + "; stop with Ctrl-C.");
            out.flush();
            stopped.await();
            return 0;
        } catch (SettingsException | IllegalStateException e) {
            then.stopped();
            return refuse(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
