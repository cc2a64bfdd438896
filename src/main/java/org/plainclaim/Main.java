package org.plainclaim;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.plainclaim.cli.Commands;
import org.plainclaim.cli.Console;

/** The entry point of the command line. */
public final class Main {
    /** Held, because a logger that nobody holds forgets its level: its library tells of its own schemas at every start. */
    private static final Logger INTERCHANGES = Logger.getLogger("io.xlate.edi");

    private Main() {}

    public static void main(String[] arguments) {
        INTERCHANGES.setLevel(Level.WARNING);
        System.exit(Commands.over(Console.standard()).execute(arguments));
    }
}
