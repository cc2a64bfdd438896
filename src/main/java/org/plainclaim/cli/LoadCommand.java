package org.plainclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainclaim.release.LoadRefused;
import org.plainclaim.release.LoadRequest;
import org.plainclaim.release.LoadedRelease;
import org.plainclaim.release.ReleaseFolder;
import org.plainclaim.release.ReleaseKind;
import org.plainclaim.release.Releases;
import org.plainclaim.server.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads official releases, takes them back, and lists them. */
@Command(
        name = "load",
        description = "Load an official release of codes or edits; a running server takes it over without a restart.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it is loaded, or was already",
            "1:it was refused, and nothing has changed",
            "2:a question that can not be asked"
        })
final class LoadCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int BAD_QUESTION = 2;

    private final Console console;
    private final Map<String, String> environment;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            description = "icd-10-cm, hcpcs, ncci-pairs, ncci-units, cpt, pos or taxonomy")
    private @Nullable String kind;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "the file as it is published, its archive, or all its parts")
    private List<Path> files = List.of();

    @Option(names = "--effective", paramLabel = "DATE", description = "First date of service it holds for.")
    private @Nullable LocalDate effective;

    @Option(names = "--release", paramLabel = "NAME", description = "What it is called; without, after its file.")
    private @Nullable String release;

    @Option(names = "--rollback", description = "Take back the last load of the kind.")
    private boolean rollback;

    @Option(names = "--list", description = "List what is loaded.")
    private boolean list;

    LoadCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try {
            Path folder = ServerSettings.fromEnvironment(environment).releases();
            if (folder == null) {
                return bad("The data are only in memory; say with PLAINCLAIM_RELEASES which folder takes releases.");
            }
            return in(new ReleaseFolder(folder));
        } catch (LoadRefused e) {
            e.faults().forEach(console.err()::println);
            console.err().println("Nothing was loaded.");
            return REFUSED;
        } catch (IOException e) {
            console.err().println("Nothing was loaded: " + e.getMessage());
            return REFUSED;
        } finally {
            console.flush();
        }
    }

    private int in(ReleaseFolder folder) throws IOException, LoadRefused {
        if (list) {
            folder.manifest().loads().forEach(load -> console.out().println(text(load)));
            return 0;
        }
        Optional<ReleaseKind> known = Optional.ofNullable(kind).flatMap(ReleaseKind::of);
        if (known.isEmpty()) {
            return bad("Say what to load: " + ReleaseKind.names() + ".");
        }
        Releases releases = new Releases(folder, console.clock());
        if (rollback) {
            return rollback(releases, known.get());
        }
        LocalDate from = effective;
        if (files.isEmpty() || from == null) {
            return bad("Say which file, and with --effective the first date of service it holds for.");
        }
        return load(releases, new LoadRequest(known.get(), files, from, release));
    }

    private int load(Releases releases, LoadRequest request) throws IOException, LoadRefused {
        LoadProgress progress = new LoadProgress(console.err(), LoadProgress.onTerminal());
        Releases.Loaded loaded;
        try {
            loaded = releases.load(request, progress);
        } finally {
            progress.end();
        }
        console.out().println((loaded.changed() ? "Loaded " : "Already loaded: ") + text(loaded.release()));
        if (loaded.small()) {
            console.err()
                    .println("Only " + loaded.release().rows()
                            + " rows, fewer than a published release has; is it the whole file?");
        }
        return 0;
    }

    private int rollback(Releases releases, ReleaseKind of) throws IOException, LoadRefused {
        Optional<LoadedRelease> back = releases.rollback(of);
        console.out()
                .println(back.map(load -> "Taken back: " + text(load))
                        .orElse("No release of " + of.id() + " is loaded."));
        return back.isPresent() ? 0 : REFUSED;
    }

    private static String text(LoadedRelease load) {
        return load.kind().id() + " " + load.name() + " from " + load.effective() + ": " + load.rows() + " rows, "
                + load.file() + ", loaded " + load.loadedOn();
    }

    private int bad(String why) {
        console.err().println(why);
        return BAD_QUESTION;
    }
}
