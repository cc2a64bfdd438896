package org.plainclaim;

import org.plainclaim.cli.Commands;
import org.plainclaim.cli.Console;

/** The entry point of the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Commands.over(Console.standard()).execute(arguments));
    }
}
