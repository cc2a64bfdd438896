package org.plainclaim.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a replay is asked for on the command line, of the program itself and of the job on a cluster alike. */
public final class ReplayOptions {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "EXPORT",
            description =
                    "The bulk export: a folder of NDJSON or Parquet files; on Spark any address that it can read.")
    private String from = "";

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description = "A folder of rules like terminology, or shipped; give it twice to compare two.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The rules of this date for every session; give it twice to compare two dates.")
    private List<LocalDate> on = new ArrayList<>();

    @Option(names = "--zone", description = "Time zone of the practice, for times stated in UTC only.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--complete-since",
            paramLabel = "DATE",
            description = "First day from which on all sessions of the practice are in the export.")
    private @Nullable LocalDate completeSince;

    /** Where the export is. */
    public String from() {
        return from;
    }

    /** The same as arguments of a command line. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--from", from));
        rules.forEach(folder -> arguments.addAll(List.of("--rules", folder)));
        on.forEach(date -> arguments.addAll(List.of("--on", date.toString())));
        if (zone != null) {
            arguments.addAll(List.of("--zone", zone.getId()));
        }
        if (completeSince != null) {
            arguments.addAll(List.of("--complete-since", completeSince.toString()));
        }
        return arguments;
    }

    /**
     * What is compared.
     *
     * @throws IllegalArgumentException if it is not two of something; the message says what to give
     */
    public ReplaySetup setup() {
        boolean two = rules.size() == 2 || on.size() == 2;
        if (!two || rules.size() > 2 || on.size() > 2) {
            throw new IllegalArgumentException(
                    "Give --rules twice or --on twice: a replay compares two sets of rules or two dates.");
        }
        return new ReplaySetup(source(0), source(1), zone, completeSince);
    }

    private RuleSource source(int side) {
        String folder = rules.isEmpty() ? RuleSource.SHIPPED : rules.get(Math.min(side, rules.size() - 1));
        LocalDate date = on.isEmpty() ? null : on.get(Math.min(side, on.size() - 1));
        return RuleSource.named(folder, date);
    }
}
