package org.plainclaim.cli.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Head;
import org.plainclaim.audit.PublicHalf;
import org.plainclaim.audit.Report;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.audit.Verification;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.audit.AuditDatabase;
import org.plainclaim.server.audit.AuditTable;
import org.plainclaim.terminology.TerminologyFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after the audit trail from outside the server. */
@Command(
        name = "audit",
        description = "Verify, export and anchor the audit trail; check and replay what was given to auditors.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand implements Runnable {
    private static final int FAULTS = 1;
    private static final int BAD_QUESTION = 2;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    public AuditCommand(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    @Override
    public void run() {
        new CommandLine(this).usage(out);
        out.flush();
    }

    @Command(
            name = "verify",
            description = "Look at every entry of every chain, in the database or in an exported file.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:nothing is missing or changed", "1:something is", "2:it can not be looked at"})
    int verify(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "an exported file; without, the database")
                    @Nullable
                    Path file,
            @Option(names = "--key", paramLabel = "PEM", description = "public key that checkpoints are signed with")
                    @Nullable
                    List<Path> keys,
            @Option(names = "--head", paramLabel = "FILE", description = "heads kept elsewhere (plainclaim audit head)")
                    @Nullable
                    Path head) {
        try {
            Verification verification = new Verification(keys(keys));
            for (Head kept : head == null ? List.<Head>of() : heads(head)) {
                verification.know(kept);
            }
            Report report = file == null ? ofDatabase(verification) : ofFile(verification, new ExportFile(file));
            print(report);
            return report.sound() ? 0 : FAULTS;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return bad(e);
        }
    }

    private Report ofDatabase(Verification verification) throws IOException {
        try (AuditDatabase database = AuditDatabase.open(database())) {
            AuditTable table = database.table();
            table.forEach(verification::take);
            return verification.end(table::hashes);
        }
    }

    private static Report ofFile(Verification verification, ExportFile file) throws IOException {
        file.forEach(verification::take);
        return verification.end(places -> {
            try {
                return file.hashes(places);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void print(Report report) {
        report.faults().forEach(out::println);
        out.println(report.entries() + " entries in " + report.chains() + " chains: "
                + (report.sound()
                        ? "nothing is missing or changed."
                        : report.faults().size() + " chains have faults."));
        out.println(report.signedCheckpoints() + " checkpoints are signed"
                + report.lastSigned().map(last -> ", the last at " + last).orElse("") + "; "
                + report.notChecked() + " not checked (unsigned, or their key was not given with --key).");
        out.flush();
    }

    @Command(
            name = "export",
            description = "Print the whole trail, an entry a line; `verify FILE` reads it.",
            mixinStandardHelpOptions = true)
    int export() {
        try (AuditDatabase database = AuditDatabase.open(database())) {
            database.table().forEach(entry -> ExportFile.write(entry, out));
            out.flush();
            return 0;
        } catch (IOException | IllegalStateException e) {
            return bad(e);
        }
    }

    @Command(
            name = "head",
            description = "Print the end of every chain, to keep where nobody of the database can change it.",
            mixinStandardHelpOptions = true)
    int head() {
        try (AuditDatabase database = AuditDatabase.open(database())) {
            database.table().ends().forEach(out::println);
            out.flush();
            return 0;
        } catch (IOException | IllegalStateException e) {
            return bad(e);
        }
    }

    @Command(
            name = "key",
            description = "Make a key that signs the trail and packets; its public half is printed.",
            mixinStandardHelpOptions = true)
    int key(@Parameters(paramLabel = "FILE", description = "a new file, readable by its owner only") Path file) {
        try {
            out.print(SigningKey.make(file).shared().pem());
            out.flush();
            return 0;
        } catch (FileAlreadyExistsException there) {
            return bad(new IOException(file + " is there already; a key is never written over another one.", there));
        } catch (IOException e) {
            return bad(new IOException(file + " can not be written.", e));
        }
    }

    @Command(
            name = "packet-verify",
            description = "Say whether a packet of Claim/$audit-packet is as it was signed.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:it is", "1:it is not", "2:it can not be looked at"})
    int packetVerify(
            @Parameters(paramLabel = "FILE", description = "the Bundle") Path file,
            @Option(names = "--key", paramLabel = "PEM", description = "public key of the practice") @Nullable
                    Path key) {
        try {
            int code = new PacketVerify(out).verify(file, key);
            out.flush();
            return code;
        } catch (IOException e) {
            return bad(e);
        }
    }

    @Command(
            name = "replay",
            description = "Derive a claim again from the versions and with the rules that were recorded, and compare.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:the same claim comes out", "1:another one does", "2:nothing could be compared"})
    int replay(
            @Parameters(paramLabel = "FILE|CLAIM", description = "a packet, or the reference of a Claim") String what,
            @Option(
                            names = "--rules",
                            paramLabel = "FOLDER",
                            description = "the folder terminology of an earlier program")
                    @Nullable
                    List<Path> rules,
            @Option(
                            names = "--practice",
                            defaultValue = "",
                            paramLabel = "NAME",
                            description = "whose claim, where the database keeps several practices")
                    String practice) {
        try (AuditDatabase database = AuditDatabase.open(database())) {
            int code = new ReplayPrint(
                            out,
                            database.versions(practice),
                            ServerSettings.fromEnvironment(environment),
                            rules == null ? List.of() : rules)
                    .replay(what);
            out.flush();
            return code;
        } catch (IOException | IllegalStateException | TerminologyFault e) {
            return bad(e);
        }
    }

    private ServerSettings.Database database() {
        return ServerSettings.fromEnvironment(environment).database();
    }

    private static List<PublicHalf> keys(@Nullable List<Path> files) throws IOException {
        List<PublicHalf> keys = new ArrayList<>();
        for (Path file : files == null ? List.<Path>of() : files) {
            keys.add(PublicHalf.read(file));
        }
        return keys;
    }

    private static List<Head> heads(Path file) throws IOException {
        List<Head> heads = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Head.parse(line).ifPresent(heads::add);
        }
        if (heads.isEmpty()) {
            throw new IOException(file + " holds no heads; `plainclaim audit head` prints them.");
        }
        return heads;
    }

    private int bad(Exception why) {
        err.println(why.getMessage());
        err.flush();
        return BAD_QUESTION;
    }
}
