package org.plainclaim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainclaim.replay.ExportFolder;
import org.plainclaim.replay.ReplayOptions;
import org.plainclaim.replay.ReplayReport;
import org.plainclaim.replay.ReplaySetup;
import org.plainclaim.replay.Sides;
import org.plainclaim.replay.Tally;
import org.plainclaim.terminology.TerminologyFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Derives the sessions of a bulk export under two sets of rules and says what differs. */
@Command(
        name = "replay",
        description =
                "Derive every session of a bulk export under two sets of rules, or the rules of two dates, and report"
                        + " the claims and the money that change. On Apache Spark where it was built with it, else in this thread.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the export was replayed", "1:Spark failed", "2:the export or the rules can not be read"})
final class ReplayCommand implements Callable<Integer> {
    private static final int BAD_QUESTION = 2;

    private final Console console;

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Option(
            names = "--spark",
            paramLabel = "FOLDER",
            description =
                    "Where plainclaim-replay.jar and the folder lib of Spark are; the folder spark beside the program"
                            + " if it is not said.")
    private @Nullable Path spark;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            ReplaySetup setup = options.setup();
            SparkProcess process = spark == null ? SparkProcess.besideProgram() : SparkProcess.in(spark);
            if (process.isThere()) {
                return process.run(options.arguments());
            }
            if (spark != null) {
                return bad("There is no Spark in " + spark + "; `mvn -f src/spark package` puts it into target/spark.");
            }
            console.err().println("Without Spark, in one thread and in memory; `mvn -f src/spark package` gets Spark.");
            Tally tally = ExportFolder.at(Path.of(options.from())).replay(Sides.load(setup));
            console.out().print(ReplayReport.of(setup, tally));
            console.flush();
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException | TerminologyFault e) {
            return bad(String.valueOf(e.getMessage()));
        }
    }

    private int bad(String message) {
        console.err().println(message);
        console.flush();
        return BAD_QUESTION;
    }
}
