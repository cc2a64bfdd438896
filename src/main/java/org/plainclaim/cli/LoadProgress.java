package org.plainclaim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.plainclaim.release.Progress;

/** A bar on a terminal, a line every few seconds elsewhere. */
final class LoadProgress implements Progress {
    private static final int WIDTH = 40;
    private static final long BAR = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LINE = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter out;
    private final boolean terminal;
    private long last = System.nanoTime();
    private boolean drawn;

    LoadProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Asks the system where standard error goes; a Java cannot tell a terminal from a file in the same way everywhere. */
    static boolean onTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException anotherSystem) {
            return false;
        }
    }

    @Override
    public void at(long done, long total) {
        if (System.nanoTime() - last > (terminal ? BAR : LINE)) {
            last = System.nanoTime();
            drawn = true;
            String far = total == 0 ? done + " rows" : Math.min(100, done * 100 / total) + " %";
            int full = total == 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / total);
            out.print(terminal ? "\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + far : far + "\n");
            out.flush();
        }
    }

    void end() {
        if (drawn && terminal) {
            out.print("\r" + " ".repeat(WIDTH + 20) + "\r");
            out.flush();
        }
    }
}
