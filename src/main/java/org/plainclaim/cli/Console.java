package org.plainclaim.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What a command talks to.
 *
 * @param in standard input
 * @param out where verdicts go
 * @param err where complaints about the input go
 * @param clock dates the claims
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err, Clock clock) {
    /** The console of this process. */
    public static Console standard() {
        return new Console(System.in, writer(System.out), writer(System.err), Clock.system(ZoneId.systemDefault()));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
