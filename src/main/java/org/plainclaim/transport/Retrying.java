package org.plainclaim.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Tries something a few times, with a longer pause each time. */
final class Retrying {
    private final Limits limits;

    Retrying(Limits limits) {
        this.limits = limits;
    }

    /** What is tried; it knows how to go on where it stopped. */
    interface Work<T> {
        T attempt() throws IOException;
    }

    <T> T attempt(String what, Work<T> work) throws IOException {
        Duration pause = limits.pause();
        IOException last = new IOException(what + " was not tried");
        for (int attempt = 1; attempt <= limits.attempts(); attempt++) {
            if (attempt > 1) {
                pause(pause);
                pause = pause.multipliedBy(2);
            }
            try {
                return work.attempt();
            } catch (RefusedFileException | LoginRefusedException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IOException(what + " failed " + limits.attempts() + " times", last);
    }

    private static void pause(Duration pause) throws InterruptedIOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the program is ending");
        }
    }
}
