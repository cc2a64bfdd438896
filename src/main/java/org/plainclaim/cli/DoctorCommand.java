package org.plainclaim.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainclaim.release.Freshness;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.terminology.TerminologyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how fresh every code system and every family of tables is, and what is therefore not checked. */
@Command(
        name = "doctor",
        description = "Say which releases cover the dates of service of a day, and what is not checked.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything covers the day", "1:something is stale", "2:what is loaded can not be read"})
final class DoctorCommand implements Callable<Integer> {
    private static final int STALE = 1;

    private final Console console;
    private final Map<String, String> environment;

    @Option(names = "--date", paramLabel = "DATE", description = "Another day than today.")
    private @Nullable LocalDate date;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DoctorCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try {
            Path folder = ServerSettings.fromEnvironment(environment).releases();
            LocalDate day = Objects.requireNonNullElseGet(date, () -> LocalDate.now(console.clock()));
            Freshness fresh = Freshness.of(
                    Knowledge.load(TerminologyFolder.shipped(), folder).rules(), day);
            if (json) {
                console.out().println(json(fresh).toPrettyString());
            } else {
                text(fresh);
            }
            return fresh.stale().isEmpty() ? 0 : STALE;
        } finally {
            console.flush();
        }
    }

    private void text(Freshness fresh) {
        console.out().println("For dates of service of " + fresh.date());
        console.out().printf("%-7s %-24s %-26s %-12s %s%n", "", "system", "release", "through", "verified");
        for (Freshness.Entry entry : fresh.entries()) {
            console.out()
                    .printf(
                            "%-7s %-24s %-26s %-12s %s%n",
                            entry.stale() ? "STALE" : "ok",
                            entry.id(),
                            entry.release().isEmpty() ? "none" : entry.release(),
                            entry.release().isEmpty() ? "-" : Objects.requireNonNullElse(entry.through(), "open"),
                            Objects.requireNonNullElse(entry.verifiedOn(), "-"));
            if (entry.stale()) {
                console.out().println("        not checked: " + entry.unchecked());
            }
        }
    }

    private static ObjectNode json(Freshness fresh) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("date", fresh.date().toString()).put("stale", !fresh.stale().isEmpty());
        ArrayNode systems = all.putArray("systems");
        for (Freshness.Entry entry : fresh.entries()) {
            ObjectNode one = systems.addObject().put("system", entry.id()).put("release", entry.release());
            one.put("through", entry.through() == null ? null : entry.through().toString());
            one.put(
                    "verifiedOn",
                    entry.verifiedOn() == null ? null : entry.verifiedOn().toString());
            one.put("covered", entry.covered()).put("notChecked", entry.unchecked());
        }
        return all;
    }
}
