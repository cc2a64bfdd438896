package org.plainclaim.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.audit.Replay;
import org.plainclaim.server.audit.StoredVersions;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.terminology.TerminologyFolder;

/** Replays claims and prints what came out. */
final class ReplayPrint {
    private static final int DIFFERENT = 1;
    private static final int NOTHING = 2;

    private final PrintWriter out;
    private final Replay replay;

    ReplayPrint(PrintWriter out, StoredVersions versions, ServerSettings settings, List<Path> rules) {
        this.out = out;
        List<Knowledge> known = new ArrayList<>();
        known.add(Knowledge.load(TerminologyFolder.shipped(), settings.releases()));
        rules.forEach(folder -> known.add(Knowledge.load(new TerminologyFolder(folder), settings.releases())));
        this.replay = new Replay(versions, known, settings.timeZone());
    }

    int replay(String what) throws IOException {
        List<Replay.Result> results = new ArrayList<>();
        for (String claim : claims(what)) {
            results.addAll(replay.all(claim));
        }
        results.forEach(result ->
                out.println(result.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + result.version()
                        + ": " + result.words() + "."));
        if (results.stream().anyMatch(result -> result.verdict() == Replay.Verdict.DIFFERENT)) {
            return DIFFERENT;
        }
        boolean same = results.stream().anyMatch(result -> result.verdict() == Replay.Verdict.SAME);
        if (results.isEmpty()) {
            out.println("not-checked: there is no such claim in the database.");
        }
        return same ? 0 : NOTHING;
    }

    /** The claim itself, or those of a packet; its versions are read from the database. */
    private static Set<String> claims(String what) throws IOException {
        if (what.matches("Claim/[A-Za-z0-9.-]{1,64}")) {
            return Set.of(what);
        }
        Path file = Path.of(what);
        if (!Files.isReadable(file)) {
            throw new IOException(what + " is neither a file nor the reference of a Claim, such as Claim/7.");
        }
        Set<String> claims = new TreeSet<>();
        for (JsonNode entry : PacketVerify.read(file).path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Claim")) {
                claims.add("Claim/" + entry.at("/resource/id").asText());
            }
        }
        return claims;
    }
}
