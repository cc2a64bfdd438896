package org.plainclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.plainclaim.simulator.FolderPayer;
import org.plainclaim.simulator.eligibility.EligibilityDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a payer at the other end of a folder. */
@Command(
        name = "payer",
        description = "Play a payer: answer the claims and questions in FOLDER/out as FOLDER/scenario.txt says, into"
                + " FOLDER/in.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything that waited is answered", "2:the folder or its scenario can not be read"})
final class PayerCommand implements Callable<Integer> {
    private static final int BAD_QUESTION = 2;

    private final Console console;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "the folder of the trading partner")
    private Path folder = Path.of("");

    @Option(names = "--watch", description = "Go on answering what comes in, every second.")
    private boolean watch;

    PayerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (!Files.isDirectory(folder)) {
                return bad(folder + " is no folder; name the one of the partner.");
            }
            FolderPayer payer = FolderPayer.at(folder, List.of(EligibilityDesk.at(folder)));
            answered(payer.answer());
            while (watch) {
                TimeUnit.SECONDS.sleep(1);
                int files = payer.answer();
                if (files > 0) {
                    answered(files);
                }
            }
            return 0;
        } catch (IllegalArgumentException e) {
            return bad("scenario.txt: " + e.getMessage());
        } catch (IOException e) {
            return bad(folder + " can not be read or written: " + e.getClass().getSimpleName());
        }
    }

    private void answered(int files) {
        console.out().println(files == 1 ? "1 file answered" : files + " files answered");
        console.flush();
    }

    private int bad(String message) {
        console.err().println(message);
        console.flush();
        return BAD_QUESTION;
    }
}
