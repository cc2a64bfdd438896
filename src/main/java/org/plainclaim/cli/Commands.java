package org.plainclaim.cli;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.cli.audit.AuditCommand;
import org.plainclaim.cli.rules.OutputOptions;
import org.plainclaim.cli.rules.RowOptions;
import org.plainclaim.cli.rules.RulesCommand;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.SettingsException;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.terminology.TerminologyFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of the program. */
@Command(
        name = "plainclaim",
        description = "Behavioral-health sessions in, explained claims out.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Commands implements Runnable {
    private final Console console;
    private final Map<String, String> environment;

    private Commands(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    /** The command line over a console, set up by the environment of this process. */
    public static CommandLine over(Console console) {
        return over(console, System.getenv());
    }

    /** The command line over a console and an environment. */
    public static CommandLine over(Console console, Map<String, String> environment) {
        return new CommandLine(new Commands(console, environment))
                .addSubcommand(new LoadCommand(console, environment))
                .addSubcommand(new AuditCommand(console.out(), console.err(), environment))
                .addSubcommand(new DoctorCommand(console, environment))
                .addSubcommand(new PayerCommand(console))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand(new ImportCommand(console, environment))
                .addSubcommand(new TrainCommand(console, environment))
                .setExecutionExceptionHandler((e, line, parsed) -> refused(console, e))
                .setUsageHelpAutoWidth(true)
                .setOut(console.out())
                .setErr(console.err());
    }

    /** Settings and loaded releases that can not be read are for people, not a defect. */
    private static int refused(Console console, Exception e) throws Exception {
        if (e instanceof SettingsException || e instanceof UncheckedIOException) {
            console.err().println(e.getMessage());
            console.flush();
            return CommandLine.ExitCode.USAGE;
        }
        throw e;
    }

    /** What ships with what the site loaded. */
    private Knowledge known() {
        return Knowledge.load(
                TerminologyFolder.shipped(),
                ServerSettings.fromEnvironment(environment).releases());
    }

    @Override
    public void run() {
        over(console, environment).usage(console.out());
    }

    @Command(
            name = "derive",
            description = "Derive explained claims from FHIR Bundles, without a server.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:every session is ready to bill, or billed with another one",
                "1:a session is held",
                "2:some input could not be read"
            })
    int derive(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "JSON or NDJSON files, folders of .json files, or - for standard input")
                    List<String> files,
            @Option(names = "--json", description = "Print one FHIR Parameters a line.") boolean json,
            @Option(names = "--coverage", paramLabel = "REF", description = "Reference of the coverage to bill.")
                    @Nullable
                    String coverage,
            @Option(names = "--zone", description = "Time zone of the practice, for times stated in UTC only.")
                    @Nullable
                    ZoneId zone) {
        Verdicts verdicts = json
                ? new JsonVerdicts(console.out(), LocalDate.now(console.clock()))
                : new ReadableVerdicts(console.out());
        ReadingOptions options =
                new ReadingOptions(coverage, zone, console.clock().instant());
        Derivation derivation = new Derivation(known(), options, verdicts, console.err());
        new SessionFiles(console.in(), derivation).all(files);
        verdicts.end();
        console.flush();
        return derivation.exitCode();
    }

    @Command(
            name = "rules",
            description = "List, filter and explain the rules; without options, what there is to ask about.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:rows were found", "1:nothing matches", "2:the question can not be asked"})
    int rules(@Mixin RowOptions rows, @Mixin OutputOptions output) {
        RuleLibrary library = known().rules();
        LocalDate today = LocalDate.now(console.clock());
        int exitCode = new RulesCommand(library, today, console.out(), console.err()).answer(rows, output);
        console.flush();
        return exitCode;
    }

    @Command(
            name = "serve",
            description = "Run the FHIR server; the environment variables PLAINCLAIM_* set it up.",
            mixinStandardHelpOptions = true)
    int serve() {
        return new Serve(console).run(environment, server -> {});
    }

    @Command(
            name = "demo",
            description = "Run the server, push the example sessions, show what becomes of them up to the money,"
                    + " and keep serving.",
            mixinStandardHelpOptions = true)
    int demo(@Option(names = "--once", description = "Stop after the show instead of serving on.") boolean once) {
        Demo demo = Demo.in(environment, console.out());
        return once ? new Serve(console).once(demo.settings(), demo) : new Serve(console).run(demo.settings(), demo);
    }

    @Command(
            name = "health",
            description = "Ask the server that runs on this machine whether it is ready.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:it is ready", "1:it is not"})
    int health() {
        return new Health(console.out()).ask(environment);
    }
}
